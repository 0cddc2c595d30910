import type { Ability, Role } from '#platform/access/roles.ts';
import type { Running } from '../support/three-partnerships.ts';
import type { WalkingStage } from '../support/walking-stage.ts';

/** What stands at the place that a door leads to. */
export interface Stage {
  partnership: Running;
  organisationId: string;
  personId: string;
  /** Makes one that has not been used: an association manager's role, an invitation into the partnership or the organisation. */
  assignment(): Promise<string>;
  invitation(into: 'partnership' | 'organisation'): Promise<string>;
  unitId: string;
  credentialId: string;
  /** Something handed in by the organisation that the visitor is of, with a file. */
  submission: { id: string; sha256: string };
  /** A shared amendment that is being written, and one that is in force. */
  amendment: { making: string; inForce: string };
  /** An assessment of that organisation. */
  assessmentId: string;
  /** State aid that it has written in its ledger. */
  aidId: string;
  /** Something that the organisation has sent out to be signed, and somebody who was asked to. */
  signing: { id: string; signatoryId: string };
  /** Makes a draft of that organisation with a file, and gives the mark of what it says. */
  draft(): Promise<{ id: string; sha256: string; mark: string }>;
  /** An amendment to the partnership's agreement that the organisation is writing and has not shared; another each time where asked. */
  agreementDraft(another?: 'another'): Promise<{ id: string; clauseId: string }>;
  /** What there is of walks in the partnership: a group of its association that walks, kit, somebody who wants to walk. */
  walking: WalkingStage;
  /** A shared amendment with a proposal of the organisation's own, a version of it and a step that the organisation asks for. */
  negotiated: { id: string; clauseId: string; proposalId: string; versionId: string; stepId: string };
}

/** What an address or an action of one asks of whoever comes. */
export interface Door {
  /** `anyone` also signed out; `session` whoever has signed in; `secret` nobody who does not know it; `signatory` whoever was asked to sign and `walker` whoever walks, which none of the visitors is; else this ability, there. */
  asks: 'anyone' | 'session' | 'secret' | 'signatory' | 'walker' | Ability;
  at: 'house' | 'partnership' | 'organisation';
  /** Only for those who are of this side: the one whose it is there. */
  side?: 'public' | 'civil';
  /** Nobody who may not is told that it is there. */
  hidden?: true;
  /** Or a role that can invite into this one there. */
  invitesInto?: Role;
  /** What the form is sent with, and what the address has beside the partnership or the organisation. */
  form?: (stage: Stage) => Record<string, string> | Promise<Record<string, string>>;
  params?: (stage: Stage) => Record<string, string> | Promise<Record<string, string>>;
}
