/** What a person should know about how a file became text. Its sentence is the message `note_agreement_…`. */
export interface IntakeNote {
  code:
    | 'agreement.characters-lost'
    | 'agreement.changes-accepted'
    | 'agreement.outside-content-left-out'
    | 'agreement.pages-without-text'
    | 'agreement.carried-reading-differs';
  facts?: Record<string, string | number>;
}
