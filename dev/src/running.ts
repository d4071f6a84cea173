import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

/** The file with the addresses of a running `npm start`, for other commands; it remains after a kill. */
export const RUNNING_FILE = join(ROOT, '.data/running.json')

/** Whether the portal of the file is alive. */
export async function answers(file: string): Promise<boolean> {
  const { graph } = JSON.parse(readFileSync(file, 'utf8')) as { graph: string }
  return fetch(new URL('/health', graph)).then(
    () => true,
    () => false,
  )
}
