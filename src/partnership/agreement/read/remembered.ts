/** Longer texts are not kept; nor are more of them than this, for each function. */
const LONGEST = 2_000;
const MOST = 10_000;

/** What has been worked out about one agreement. It lives as long as its reading, and no two readings share anything. */
export class Memory {
  #answers = new Map<unknown, Map<unknown, unknown>>();

  /** What the function has answered about this before; asks it the first time. */
  recall<Asked, Answer>(answer: (asked: Asked) => Answer, asked: Asked): Answer {
    if (typeof asked === 'string' && asked.length > LONGEST) return answer(asked);
    let given = this.#answers.get(answer) as Map<Asked, Answer> | undefined;
    if (!given) this.#answers.set(answer, (given = new Map()));
    const known = given.get(asked);
    if (known !== undefined) return known;
    const said = answer(asked);
    if (given.size < MOST) given.set(asked, said);
    return said;
  }
}

/** The memory of the reading that is going on; null between readings. */
let present: Memory | null = null;

/** Does the work with the memory at hand, and puts it away afterwards. The work is not to wait for anything. */
export function recalling<T>(memory: Memory, work: () => T): T {
  const before = present;
  present = memory;
  try {
    return work();
  } finally {
    present = before;
  }
}

/**
 * The function, asked once about each thing while an agreement is read: a dozen readers ask the same of the same sentence. Its
 * answers are shared and must not be changed. Only for functions of what they are asked about and nothing else.
 */
export const remembered =
  <Asked, Answer>(answer: (asked: Asked) => Answer): ((asked: Asked) => Answer) =>
  (asked) => (present ? present.recall(answer, asked) : answer(asked));
