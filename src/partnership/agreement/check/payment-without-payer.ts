import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { blockAt } from './passages.ts';

/** "Regionen och kommunen lämnar tillsammans …, hälften från vardera": all of them pay. */
const SHARED = /(?:kommun|region|stad|parter|förvaltning|nämnd)\p{L}* (?:lämnar|betalar|bidrar|ger|svarar|står)[^.]{0,30}(?:tillsammans|gemensamt|var sin)|hälften (?:från|av) (?:vardera|var och en)|(?:hälften|lika mycket|lika delar) var(?:dera)?(?!\p{L})|(?:varje|vardera|var och en) (?:kommun|region|part|förvaltning|av dem)?\p{L}* ?(?:betalar|bidrar|svarar)/iu;

/** Several public parties or units could be the payer, and the payment does not say which. */
export const paymentWithoutPayer: Check<{ amount: string; candidates: number }> = {
  code: 'payment-without-payer',
  severity: 'warning',
  say: m.check_payment_without_payer,
  find({ doc, reading }) {
    const entries = reading.parties.filter(({ sector }) => sector === 'public');
    if (entries.length < 2) return [];
    const units = entries.flatMap(({ unit }) => unit?.split(', ') ?? []).map((unit) => unit.replace(/ \(.*/, '').toLowerCase());
    return reading.payments.flatMap(({ source, sek, payer, split }) => {
      const isOpen = payer === null || entries.filter(({ name }) => name === payer).length > 1;
      const block = blockAt(doc, source.start);
      const section = block?.kind === 'row' ? doc.blocks.slice(Math.max(0, block.place - 12), block.place).filter((above) => above.kind === 'paragraph' && above.section === block.section).slice(-2) : [];
      const around = [...section, ...(block ? [block] : [])].map(({ text }) => text.toLowerCase()).join('\n');
      if (SHARED.test(around)) return [];
      if (sek === null || !isOpen || split.length > 0 || units.some((unit) => around.includes(unit))) return [];
      return [{ span: source, facts: { amount: formatKronor(sek), candidates: entries.length } }];
    });
  },
};
