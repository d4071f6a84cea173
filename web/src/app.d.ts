import type { Portal } from '../server/portal.ts'

declare global {
  namespace App {
    interface Error {
      message: string
      /** What to look for in the log. */
      reference?: string
    }
    interface Locals {
      /** The web server's side of this request; absent under `vite dev`. */
      portal: Portal | undefined
    }
  }
}

declare module 'node:http' {
  interface IncomingMessage {
    /** Set by the web server before the page is rendered. */
    portal?: Portal
  }
}
