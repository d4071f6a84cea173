import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

/** Tells other commands where the portal of `npm start` is; there only while it runs, or after it was killed. */
export const RUNNING_FILE = join(ROOT, '.data/running.json')

/** True when the portal of which the file tells is alive. */
export async function answers(file: string): Promise<boolean> {
  const { graph } = JSON.parse(readFileSync(file, 'utf8')) as { graph: string }
  return fetch(new URL('/health', graph)).then(
    () => true,
    () => false,
  )
}
