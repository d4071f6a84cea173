import type { Portal } from '../server/portal.ts'
import '../server/portal-on-request.ts'

declare global {
  namespace App {
    interface Error {
      /** What to look for in the log. */
      reference?: string
    }
    interface Locals {
      /** The web server's side of this request; absent under `vite dev`. */
      portal: Portal | undefined
    }
  }
}
