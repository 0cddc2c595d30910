/** A legal person: a municipality, an association, a foundation. */
export interface Organisation {
  name: string;
  sector: 'public' | 'civil' | null;
  orgNumber: string | null;
}

export interface KnownOrganisation extends Organisation {
  id: string;
}

/** An organisation's part in one partnership; one with two units stands twice. */
export interface Party extends Organisation {
  factId: string;
  unit: string | null;
  address: string | null;
}

/** Somebody to turn to about a partnership; not an account, not an authorised signatory. */
export interface ContactPerson {
  factId: string;
  name: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
  organisation: string | null;
}
