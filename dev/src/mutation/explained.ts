import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'
import type { Explained } from './judge.ts'

/** Committed: by file, what nothing notices there and why that cannot matter. */
const FILE = join(ROOT, 'dev/mutation/survivors.json')

type ByFile = Readonly<Record<string, readonly Omit<Explained, 'file'>[]>>

export const readExplained = (): Explained[] =>
  Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as ByFile).flatMap(([file, those]) =>
    those.map((one) => ({ file, ...one })),
  )
