import { expect, test } from 'vitest';
import { inLanguage } from '#platform/in-language.ts';
import { isOneMessage } from '#platform/sms/one-message.ts';
import { wishWords } from './letter.ts';

const LONGEST = 'Nattvandrarna i Hammarnäs med omnejd, samlingsgruppen för Östra och Västra Järnvägsgatan samt hamnen';
const link = 'https://handslag.nattvandrarna-i-hammarnas.example/en/join/nattvandring-i-hammarnas/0123456789abcdef';

test('who wants to walk is told with whom in one message, in both languages, with the whole link or none', () => {
  for (const language of ['sv', 'en'] as const) {
    for (const group of ['Lyktan norr', LONGEST]) {
      for (const address of [link, `https://${'x'.repeat(150)}.example/join/a/b`]) {
        const { sms } = inLanguage(language, () => wishWords({ group, link: address }));
        expect(isOneMessage(sms), sms).toBe(true);
        expect(sms.includes('https')).toBe(address === link);
        expect(sms.endsWith(address)).toBe(address === link);
      }
    }
  }
});
