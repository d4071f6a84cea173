/**
 * Where the browser goes after signing in: a path of the portal and nothing else, so that a link cannot use the
 * portal's sign-in to lead people elsewhere. Asked of what the address is read as, not of how it is written: `/..//host`
 * begins like a path, and is `//host`.
 */
export const safeReturnPath = (asked: string | null, origin: URL): string => {
  const address = asked === null ? null : URL.parse(asked, origin)
  if (address?.origin !== origin.origin || !/^\/(?!\/)/.test(address.pathname)) return '/'
  return address.pathname + address.search + address.hash
}
