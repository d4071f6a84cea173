/**
 * Where the browser goes after signing in: a path of the portal and nothing else, so that a link cannot use the
 * portal's sign-in to lead people elsewhere. Checked on the parsed address, not on its text: `/..//host`
 * begins like a path, and is `//host`.
 */
export const safeReturnPath = (path: string | null, origin: URL): string => {
  const address = path === null ? null : URL.parse(path, origin)
  if (address?.origin !== origin.origin || !/^\/(?!\/)/.test(address.pathname)) return '/'
  return address.pathname + address.search + address.hash
}
