import type { Clause } from './clause.ts';
import type { Subject } from './subject.ts';
import { isDescribing } from './verbs.ts';

const AGENT = /(?<!\p{L})av (?:respektive |varje |både )?$/u;
const PASSIVE = /^(?:tas|ges|ses|görs|förs|sköts)$|^\p{Ll}{2,}(?:as|es|ås|rs|gs|ks|lls|ds|ts|ns|ps|vs|js|ms|ks|fs)$/u;
const NO_PASSIVE = /(?:ens|ets|ans|arnas|ornas|ernas|ningens|insats|plats|tills|sats|dags|hands|års)$|^(?:dess|deras|vars|alltings)$/;
/** How many words may stand between a passive verb and the one who acts: "rapporteras löpande under året av". */
const NEAR = 5;

/** "Dokumentationen sköts av kommunen": parties after "av" that a passive verb stands before. */
export function passiveAgents(text: string, subjects: readonly Subject[]): Clause[] {
  return subjects.flatMap((subject) => {
    const before = text.slice(Math.max(0, subject.at - 160), subject.at).toLowerCase();
    const agent = AGENT.exec(before);
    if (!agent || (subject.genitive && !/^\s\p{Ll}/u.test(text.slice(subject.end, subject.end + 2)))) return [];
    const words = before.slice(0, agent.index).trimEnd().split(/\s+/);
    const verb = words.slice(-NEAR).findLast((word) => PASSIVE.test(word) && !NO_PASSIVE.test(word) && !isDescribing(word));
    if (!verb) return [];
    const modal = words.slice(-NEAR - 4).findLast((word) => /^(?:bör|kan|får)$/.test(word));
    const modality = modal === 'bör' ? 'should' : modal ? 'may' : 'shall';
    return [{ parties: subject.parties, modality, form: 'passive' as const, verb, at: subject.at, verbAt: subject.at }];
  });
}
