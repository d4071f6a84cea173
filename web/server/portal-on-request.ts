import type { Portal } from './portal.ts'

declare module 'node:http' {
  interface IncomingMessage {
    /** Set before the page is rendered; the page's hooks read it. */
    portal?: Portal
  }
}
