/** What the web server offers the rendering of one page: no token, no session id. */
export interface Portal {
  readonly signedIn: boolean
  /** Where a sign-out form may end: the identity provider's origin. */
  readonly signInOrigin: string
  /** Asks the gateway as the signed-in person. Resolves to the gateway's answer, 401 without a session. */
  graphql(body: string): Promise<Response>
}
