export * from './model.ts';
export { personalData } from './personal-data.ts';
export { lifeOf } from './rules/life.ts';
export { stepIdOf } from './rules/steps.ts';
export { sayLifeState, sayOutcome } from './words.ts';
