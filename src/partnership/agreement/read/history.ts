import { remembered } from './remembered.ts';

const PAST =
  /(?<!\p{L})(?:beslutade|beslöt|antog|antogs|ingicks|startade|startades|undertecknades|fattade|bildades|grundades|slöts|tecknades|godkände|godkändes|drev|drevs|ingick|fick|genomfördes|gällde|kom|hade|funnits|pågått|fastställdes|tog|togs|påbörjades|avslutades|uppgick|visade|inleddes|ansökte|beviljade|beviljades|ställde|omsatte|kostade|finansierades|höjdes|sänktes|öppnade|skedde|var|blev|lades|deltog|nådde|identifierades|sökte|gav|bidrog|samlade|delade|tilldelades|omkom|erhöll|mottog|uppbar|utgick|utbetalades|lämnades|betalades|användes|köptes|byggdes|infördes|anslog|avsattes|hölls|gjordes|(?:har|hade) (?:\S+ ){0,4}(?:tidigare|betalat|lämnat|fått|beviljats|löpt|köpt|finansierats|bedrivit|funnits|drivit|drivits)|tidigare|förra|föregående avtal|ursprungsavtalet|dittills)(?!\p{L})/iu;
/** A remark in the middle of a sentence may look back while the sentence does not. */
const ASIDE = /, (?:som|vilket|vilka|där) [^,.]{1,140},/g;
const AHEAD = /(?<!\p{L})(?:ska|skall|kommer att|förutsatt|under förutsättning|återstående|resterande|bör|senast|får|kan|måste|åtar|förbinder)(?!\p{L})/iu;

/** True for a sentence that tells what has been rather than what is agreed: earlier grants, decisions taken, figures of last year. */
export const isHistory = remembered((sentence: string): boolean => {
  const main = sentence.replace(ASIDE, ',');
  return PAST.test(main) && !AHEAD.test(main);
});
