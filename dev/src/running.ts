import { join } from 'node:path'
import { ROOT } from './root.ts'

/** Tells other commands where the portal of `npm start` is; there only while it runs. */
export const RUNNING_FILE = join(ROOT, '.data/running.json')
