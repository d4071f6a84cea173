/**
 * Where the browser goes after signing in: a path of the portal and nothing else, so that a link cannot use the
 * portal's sign-in to lead people elsewhere.
 */
export const safeReturnPath = (asked: string | null, origin: URL): string => {
  if (!asked?.startsWith('/') || /[\\\u0000-\u001f]/.test(asked)) return '/'
  const address = URL.parse(asked, origin)
  return address?.origin === origin.origin && address.pathname.startsWith('/') && !asked.startsWith('//')
    ? address.pathname + address.search + address.hash
    : '/'
}
