import type { Link } from './links.ts';
import { commitmentTo, hashOf, type Sealed, whoValue } from './seal.ts';
import type { Head } from './tables.ts';

/** What can be wrong with a chain. */
export type BreakKind =
  | 'beginning-altered'
  | 'disposal-unsaid'
  | 'entry-altered'
  | 'entry-missing'
  | 'entry-twice'
  | 'entry-unlinked'
  | 'facts-altered'
  | 'head-altered'
  | 'not-as-exported'
  | 'tail-missing'
  | 'who-altered';

/** Where a chain first breaks: the place of the entry, counted from 1. */
export interface Break {
  chain: string;
  sequence: number;
  kind: BreakKind;
}

/** An end that the chain has had: it still has to have that entry there. */
export type KnownEnd = Head & { exported: boolean };

/** One walk along one chain, link by link in order; it goes no further than the first break. */
export class Walk {
  readonly #chain: string;
  readonly #beginning: string;
  readonly #ends: KnownEnd[];
  readonly #gone = new Map<string, number>();
  #at: Pick<Head, 'sequence' | 'hash'>;
  #broken: Break | null = null;

  /** Sets out from the hash that the first entry has to name as the one before it. */
  constructor(chain: string, beginning: string, ends: KnownEnd[]) {
    this.#chain = chain;
    this.#beginning = beginning;
    this.#ends = ends.filter((end) => end.chain === chain);
    this.#at = { sequence: 0, hash: beginning };
  }

  step(link: Link): void {
    if (this.#broken) return;
    const kind = this.#wrongWith(link);
    if (kind) this.#break(kind, kind === 'entry-missing' ? this.#at.sequence + 1 : link.sequence);
    else this.#at = link;
  }

  /** Where the chain first breaks, now that it has no more links; `latest` is where it is said to end after the walk. */
  finish(latest: Head | undefined): Break | null {
    if (this.#broken) return this.#broken;
    const { sequence } = this.#at;
    const beyond = this.#ends.filter((end) => end.sequence > sequence);
    if (this.#gone.size > 0) this.#break('disposal-unsaid', Math.min(...this.#gone.values()));
    else if (beyond.length > 0) this.#break(beyond.every(({ exported }) => exported) ? 'not-as-exported' : 'tail-missing', sequence + 1);
    else if (sequence > (latest?.sequence ?? 0)) this.#break('head-altered', sequence);
    else if (latest?.sequence === 0 && latest.hash !== this.#beginning) this.#break('beginning-altered', 1);
    return this.#broken;
  }

  #wrongWith(link: Link): BreakKind | null {
    if (link.sequence > this.#at.sequence + 1) return 'entry-missing';
    if (link.sequence <= this.#at.sequence) return 'entry-twice';
    if (hashOf(sealed(link)) !== link.hash) return 'entry-altered';
    if (link.previous_hash !== this.#at.hash) return link.sequence === 1 ? 'beginning-altered' : 'entry-unlinked';
    const other = this.#ends.find(({ sequence, hash }) => sequence === link.sequence && hash !== link.hash);
    if (other) return other.exported ? 'not-as-exported' : 'head-altered';
    return this.#wrongInside(link);
  }

  /** Whether what the entry says is what was committed to, or is gone; what is gone has to be said by a later entry. */
  #wrongInside(link: Link): BreakKind | null {
    if (link.who_salt === null) this.#gone.set(`who ${link.sequence}`, link.sequence);
    if (!holds(link.who_commitment, whoValue(link.account_id, link.who), link.who_salt, whoValue(null, ''))) return 'who-altered';
    if (link.facts_salt === null) this.#gone.set(`facts ${link.sequence}`, link.sequence);
    if (!holds(link.facts_commitment, link.facts, link.facts_salt, {})) return 'facts-altered';
    if (link.what === 'journal.disposed') for (const sequence of (link.facts.sequences as number[]) ?? []) this.#gone.delete(`${link.facts.part} ${sequence}`);
    return null;
  }

  #break(kind: BreakKind, sequence: number): void {
    this.#broken = { chain: this.#chain, sequence, kind };
  }
}

/** Whether the value is the one committed to, or, without its salt, has nothing left in it. */
const holds = (commitment: string | null, value: unknown, salt: string | null, nothing: unknown): boolean =>
  salt === null ? JSON.stringify(value) === JSON.stringify(nothing) : commitmentTo(value, salt) === commitment;

const sealed = (link: Link): Sealed => ({
  chain: link.chain,
  sequence: link.sequence,
  at: link.moment,
  what: link.what,
  agreement: link.agreement_id,
  actingFor: link.acting_for === null && link.acting_for_name === null ? null : { id: link.acting_for ?? '', name: link.acting_for_name ?? '' },
  version: link.version,
  who: link.who_commitment ?? '',
  facts: link.facts_commitment ?? '',
  previous: link.previous_hash,
});
