import { type Entry, type EntryKind, fold, type NightPlan, type NightState, type Said, standsAt } from '#pure/walks';
import { clockOffset, draftOf, type KeptDraft, keepOwn, type OwnEntry, ownOf, toldOf } from './kept.ts';
import { sendLater, sendSome } from './sending.ts';

/** Milliseconds between looks for network while something waits, and for what others have done while the page is seen. */
const TRY_AGAIN = 15_000;
const LOOK = 60_000;

/** One walk in one telephone: what it has kept, what the server has told, and what both come to. */
export class Night {
  readonly plan: NightPlan;
  own = $state.raw<OwnEntry[]>([]);
  told = $state.raw<Entry[]>([]);
  /** Something could not be kept in the telephone. */
  broken = $state(false);
  /** The last answer: how it stands between this telephone and the server. */
  standing = $state<'well' | 'no-network' | 'unknown-phone'>('well');
  /** Why the server wants nothing more of this walk. */
  words = $state<string | null>(null);
  readonly entries = $derived(together(this.own, this.told));
  readonly state: NightState = $derived(fold(this.entries));
  readonly unsent = $derived(this.own.filter(({ progress }) => progress === 'kept'));
  readonly leads: boolean;
  /** The report that was begun when the page was last open. */
  begun: KeptDraft | null = null;
  #offset: number | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #sending: Promise<void> | null = null;
  readonly #address: string;

  constructor(plan: NightPlan, address: string) {
    this.plan = plan;
    this.#address = address;
    this.leads = plan.company.some(({ me, task }) => me && task === 'leader');
  }

  /** Takes up what the telephone has kept, and asks the server for the rest. */
  async open(): Promise<void> {
    [this.own, this.told, this.#offset, this.begun] = await Promise.all([ownOf(this.plan.walkId), toldOf(this.plan.walkId), clockOffset(), draftOf(this.plan.walkId)]);
    setInterval(() => this.unsent.length > 0 && this.send(), TRY_AGAIN);
    setInterval(() => document.visibilityState === 'visible' && this.send(), LOOK);
    addEventListener('online', () => this.send());
    document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? this.send() : this.unsent.length > 0 && sendLater()));
    void this.send();
  }

  /**
   * Keeps an entry, one after the other, and then tries to send it. Whoever waits for it knows that it is on the disk; it is
   * shown only then. `body` is given what stands, so that two quick taps do not contradict each other.
   */
  say<Kind extends EntryKind>(kind: Kind, about: string | null, body: (state: NightState) => Said[Kind], over?: { buildsOn?: string[]; endsDraft?: boolean }): Promise<boolean> {
    const saying = this.#queue.then(async () => {
      const buildsOn = [...new Set([...standsAt(this.entries, { kind, about }, { maySettle: this.leads }), ...(over?.buildsOn ?? [])])];
      const entry: OwnEntry = { id: crypto.randomUUID(), walkId: this.plan.walkId, kind, about, buildsOn, body: body(this.state), phoneAt: new Date().toISOString(), offset: this.#offset, progress: 'kept', words: null };
      try {
        await keepOwn([entry], over?.endsDraft ? this.plan.walkId : undefined);
      } catch {
        this.broken = true;
        return false;
      }
      this.own = [...this.own, entry];
      void this.send();
      return true;
    });
    this.#queue = saying;
    return saying;
  }

  /** Sends what has not gone yet; one exchange at a time, and again while there is more. */
  send(): Promise<void> {
    this.#sending ??= this.#exchange().finally(() => (this.#sending = null));
    return this.#sending;
  }

  async #exchange(): Promise<void> {
    for (let more = true; more; more = this.unsent.length > 0) {
      const came = await sendSome(this.plan.walkId, this.#address, this.own);
      if (came === 'no-network' || came === 'unknown-phone') {
        this.standing = came;
        if (this.unsent.length > 0) sendLater();
        return;
      }
      this.standing = 'well';
      this.words = 'refused' in came ? came.refused : null;
      if ('refused' in came) return;
      const now = new Map(came.changed.map((entry) => [entry.id, entry]));
      this.#offset = came.offset;
      this.own = this.own.map((entry) => now.get(entry.id) ?? entry);
      this.told = came.told;
    }
  }
}

/** Everything known of the walk here: as the server has told it, and what is only in this telephone. What was refused is no part of it, nor what the server keeps aside while it tells of the rest. */
function together(own: OwnEntry[], told: Entry[]): Entry[] {
  const known = new Set(told.map(({ id }) => id));
  const counts = ({ id, progress }: OwnEntry): boolean => !known.has(id) && progress !== 'refused' && (progress !== 'aside' || told.length === 0);
  return [...told, ...own.filter(counts).map(asEntry)];
}

const asEntry = ({ id, kind, about, buildsOn, body, phoneAt, offset }: OwnEntry): Entry => ({ id, kind, about, buildsOn, body, capturedAt: new Date(Date.parse(phoneAt) + (offset ?? 0)).toISOString() });
