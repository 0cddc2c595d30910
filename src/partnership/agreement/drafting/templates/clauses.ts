import type { TemplateClause } from './template.ts';

/*
 * Clauses that every template has. The headings are those that municipal guidelines ask for (field.md C1: Borås, Uddevalla);
 * the wording is ours.
 */

export const parties: TemplateClause = {
  heading: 'Parter',
  body: `Överenskommelsen gäller mellan följande parter.

{kommun}, organisationsnummer {kommun-nummer}, nedan kallad kommunen

{forening}, organisationsnummer {forening-nummer}, nedan kallad föreningen`,
  fields: {
    kommun: { kind: 'text', part: 'kommun name' },
    'kommun-nummer': { kind: 'text', part: 'kommun orgNumber' },
    forening: { kind: 'text', part: 'forening name' },
    'forening-nummer': { kind: 'text', part: 'forening orgNumber' },
  },
  facts: { kommun: { kind: 'party', value: { sector: 'public' } }, forening: { kind: 'party', value: { sector: 'civil' } } },
};

export const background: TemplateClause = {
  heading: 'Bakgrund',
  body: `Kommunen och föreningen ser ett gemensamt behov av att {behov}. Initiativet kommer från föreningen, som har erfarenhet av {erfarenhet}.

Parterna väljer ett idéburet offentligt partnerskap eftersom de vill lösa uppgiften tillsammans. Båda bidrar till arbetet, och ingen av dem säljer en tjänst till den andra.`,
  fields: { behov: { kind: 'text' }, erfarenhet: { kind: 'text' } },
};

export const purpose: TemplateClause = {
  heading: 'Syfte och värden',
  body: `Syftet med partnerskapet är att {syfte}.

Parterna möts som jämbördiga och respekterar varandras uppdrag. Föreningens rätt att säga vad den tycker påverkas inte av partnerskapet. Alla som deltar bemöts lika och med respekt.`,
  fields: { syfte: { kind: 'text' } },
};

export const targetGroup: TemplateClause = {
  heading: 'Målgrupp',
  body: 'Partnerskapet vänder sig till {malgrupp}.',
  fields: { malgrupp: { kind: 'text', part: 'malgrupp text' } },
  facts: { malgrupp: { kind: 'target-group', value: {} } },
};

export const steering: TemplateClause = {
  heading: 'Organisation och styrgrupp',
  body: `Styrgruppen träffas minst {moten} gånger under avtalstiden. Kommunen kallar till mötena. Styrgruppens beslut fattas i enighet.

I styrgruppen sitter två företrädare för vardera parten. Den som har ett eget intresse i en fråga deltar inte i beslutet.`,
  fields: { moten: { kind: 'number', part: 'styrgrupp minMeetings', value: 4 } },
  facts: { styrgrupp: { kind: 'steering', value: { frequency: 'minst {moten} gånger under avtalstiden', unanimity: true, convener: '{kommun}' } } },
};

export const contacts: TemplateClause = {
  heading: 'Kontaktpersoner',
  body: 'Parterna har utsett dessa kontaktpersoner. Byte av kontaktperson meddelas skriftligt och kräver ingen ändring av överenskommelsen.',
  rows: [['contact-public'], ['contact-civil']],
};

export const privacy: TemplateClause = {
  heading: 'Personuppgifter och sekretess',
  body: `Varje part ansvarar för de personuppgifter som den själv behandlar och följer dataskyddsförordningen. Uppgifter om enskilda deltagare lämnas inte mellan parterna om det saknas stöd för det i lag.

Den som i partnerskapet får veta något om en enskilds personliga förhållanden för det inte vidare. Handlingar som kommer in till kommunen blir allmänna och kan lämnas ut, om de inte omfattas av sekretess.`,
};

export const term: TemplateClause = {
  heading: 'Avtalstid',
  body: 'Överenskommelsen gäller från och med den {start} till och med den {slut}.',
  fields: { start: { kind: 'date', part: 'tid start.date' }, slut: { kind: 'date', part: 'tid end.date' } },
  facts: { tid: { kind: 'period', value: {} } },
};

export const changes: TemplateClause = {
  heading: 'Ändringar och tillägg',
  body: 'Ändringar och tillägg gäller när de är skriftliga och undertecknade av båda parter.',
};

export const notice: TemplateClause = {
  heading: 'Uppsägning',
  body: 'En part kan säga upp överenskommelsen med {uppsagning} månaders uppsägningstid. Uppsägningen ska vara skriftlig.',
  fields: { uppsagning: { kind: 'months', part: 'uppsagning months', value: 3 } },
  facts: { uppsagning: { kind: 'notice', value: {} } },
};

/** Rescission, and what then becomes of money that has been paid. */
export const rescissionWithRepayment: TemplateClause = {
  heading: 'Hävning och återbetalning',
  body: `En part får häva överenskommelsen om den andra parten bryter mot den på ett väsentligt sätt och inte rättar felet inom 30 dagar efter en skriftlig begäran.

Har medel använts till något annat än det som överenskommelsen gäller ska föreningen betala tillbaka motsvarande belopp till kommunen inom 30 dagar efter en skriftlig begäran.`,
  facts: {
    aterbetalning: {
      kind: 'repayment',
      words: 'Har medel använts till något annat än det som överenskommelsen gäller ska föreningen betala tillbaka motsvarande belopp till kommunen inom 30 dagar efter en skriftlig begäran.',
      value: { who: '{forening}', when: 'medel använts till något annat än det som överenskommelsen gäller' },
    },
  },
};

export const rescission: TemplateClause = {
  heading: 'Hävning',
  body: 'En part får häva överenskommelsen om den andra parten bryter mot den på ett väsentligt sätt och inte rättar felet inom 30 dagar efter en skriftlig begäran. Det som en part har lånat ut lämnas då tillbaka.',
};

export const disputes: TemplateClause = {
  heading: 'Tvister',
  body: 'Oenighet löses i första hand genom samtal i styrgruppen. Kan parterna inte enas där avgörs tvisten av svensk allmän domstol.',
};

export const extension: TemplateClause = {
  heading: 'Förlängning',
  body: 'Överenskommelsen kan förlängas. Parterna ska ha en dialog om fortsättningen senast den {dialog}. En förlängning är skriftlig och beslutas av båda parter.',
  fields: { dialog: { kind: 'date', part: 'forlangning steps.0.date' } },
  facts: { forlangning: { kind: 'extension', value: { text: null, steps: [{ date: null, precision: null, derived: false, what: 'Dialog om fortsättningen' }] } } },
};

export const annexes: TemplateClause = {
  heading: 'Bilagor',
  body: 'Det som parterna bilägger hör till överenskommelsen. Säger en bilaga något annat än överenskommelsen gäller överenskommelsen.',
};

export const signatures: TemplateClause = {
  heading: 'Underskrifter',
  body: 'Överenskommelsen undertecknas av den som har rätt att företräda parten.',
  rows: [['signatory-public'], ['signatory-civil']],
};
