import type { Clause } from './clause.ts';
import type { Subject } from './subject.ts';

const AGENT = /\b(?:av|genom) (?:respektive |varje )?$/;
const PASSIVE_VERB = /(?<![\p{L}])((?:ska|skall|bör|kan|får|kommer)(?:\s+att)?)?\s*(?:\S+ ){0,6}?([\p{Ll}]{2,}(?:as|es|ås|ås|lls|ds|ts|rs|gs|ks|ns))(?:\s+(?:upp|ut|in|fram|till|över|igenom|\S+)){0,3}\s*$/u;
const NO_PASSIVE = /^(kommunens|parternas|medlemmarnas|alltings|insats|plats|bas|års|dags|hands|dess|deras|vars|arbets)$/;

/** "Dokumentationen sköts av kommunen": parties after "av" that a passive verb stands before. */
export function passiveAgents(text: string, subjects: Subject[]): Clause[] {
  return subjects.flatMap((subject) => {
    const before = text.slice(Math.max(0, subject.at - 160), subject.at).toLowerCase();
    const agent = AGENT.exec(before);
    if (!agent || subject.genitive) return [];
    const verb = PASSIVE_VERB.exec(before.slice(0, agent.index + 1).trimEnd());
    if (!verb || NO_PASSIVE.test(verb[2]!)) return [];
    const modal = /\b(bör|kan|får)\b/.exec(before)?.[1];
    const modality = modal === 'bör' ? 'should' : modal ? 'may' : 'shall';
    return [{ parties: subject.parties, modality, form: 'passive' as const, verb: verb[2]!, at: subject.at, verbAt: subject.at }];
  });
}
