const SECRET_PARAMETER = /([?&][^=&]*(?:password|secret|token|key)[^=&]*=)[^&]*/gi;

/**
 * An address that may be shown: passwords are left out, in front of the host and among the parameters. It is read as
 * text, because an address that is malformed is the one that ends up in a message.
 */
export function withoutSecrets(address: string): string {
  const start = address.indexOf('://') + 3;
  const host = address.lastIndexOf('@'); // a password may hold an "@" that nobody escaped
  const colon = address.indexOf(':', start);
  const isGuarded = start >= 3 && host > start && colon !== -1 && colon < host;
  const shown = isGuarded ? `${address.slice(0, colon)}:***${address.slice(host)}` : address;
  return shown.replace(SECRET_PARAMETER, '$1***');
}
