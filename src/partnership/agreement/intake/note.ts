/** What a person should know about how a file became text. Its sentence is the message `note_agreement_…`. */
export interface IntakeNote {
  code:
    | 'characters-lost'
    | 'changes-accepted'
    | 'outside-content-left-out'
    | 'pages-without-text'
    | 'carried-reading-differs';
  facts?: Record<string, string | number>;
}
