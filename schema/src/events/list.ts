import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { EventDefinition } from './define.ts'

const FOLDER = import.meta.dirname

const isEvent = (value: unknown): value is EventDefinition<unknown> =>
  typeof value === 'object' && value !== null && 'name' in value && 'schema' in value

async function eventsIn(file: string): Promise<readonly EventDefinition<unknown>[]> {
  const exported = (await import(join(FOLDER, file))) as Record<string, unknown>
  return Object.values(exported).filter(isEvent)
}

/** Publisher → the events that its file here exports. */
export async function listEvents(): Promise<Readonly<Record<string, readonly EventDefinition<unknown>[]>>> {
  const files = globSync('*.ts', { cwd: FOLDER }).toSorted()
  const listed = await Promise.all(
    files.map(async (file) => [basename(file, '.ts'), await eventsIn(file)] as const),
  )
  return Object.fromEntries(listed.filter(([, events]) => events.length > 0))
}
