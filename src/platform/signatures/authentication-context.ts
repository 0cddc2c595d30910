import * as asn1js from 'asn1js';
import { XMLParser } from 'fast-xml-parser';
import type { Assurance } from '../actor.ts';
import { ownBuffer } from './bytes.ts';
import type { SignerIdentity } from './signer.ts';

/** How a person had signed in when the certificate was issued: RFC 7773, as Sweden Connect writes it. */
export const AUTHENTICATION_CONTEXT = '1.2.752.201.5.1';

const SACI = 'http://id.elegnamnden.se/auth-cont/1.0/saci';

/** eIDAS' names for its levels, implementing regulation (EU) 2015/1502. */
const LEVELS = 'http://eidas.europa.eu/LoA/';

export function authenticationContext({ assurance, signedInBy, signedInAt }: SignerIdentity): Uint8Array {
  const said = [
    ['IdentityProvider', signedInBy],
    ['AuthenticationInstant', signedInAt.toISOString()],
    ['AuthnContextClassRef', `${LEVELS}${assurance}`],
  ];
  const attributes = said.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ');
  const xml = `<saci:SAMLAuthContext xmlns:saci="${SACI}"><saci:AuthContextInfo ${attributes}/></saci:SAMLAuthContext>`;
  const context = new asn1js.Sequence({ value: [new asn1js.Utf8String({ value: SACI }), new asn1js.Utf8String({ value: xml })] });
  return new Uint8Array(new asn1js.Sequence({ value: [context] }).toBER());
}

/** What such an extension says, of our making or another's; null where it says nothing that we read. */
export function readAuthenticationContext(der: Uint8Array): { assurance: string; signedInBy: string } | null {
  const { result } = asn1js.fromBER(ownBuffer(der));
  const xml = result instanceof asn1js.Sequence && result.valueBlock.value[0] instanceof asn1js.Sequence ? result.valueBlock.value[0].valueBlock.value[1] : null;
  if (!(xml instanceof asn1js.Utf8String)) return null;
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', removeNSPrefix: true, processEntities: true });
  const info = parser.parse(xml.getValue())?.SAMLAuthContext?.AuthContextInfo;
  if (typeof info?.AuthnContextClassRef !== 'string') return null;
  return { assurance: info.AuthnContextClassRef.replace(LEVELS, '') satisfies string as Assurance, signedInBy: String(info.IdentityProvider ?? '') };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
