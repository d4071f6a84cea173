import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'
import { parseComposeFile, type WrittenService } from './compose-file.ts'

/** A named volume or a file of the repository, and where a service finds it. */
export interface Mount {
  readonly source: string
  readonly path: string
  readonly readOnly: boolean
}

export interface Dependency {
  readonly on: string
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully'
}

/** One service of docker-compose.yml, with the keys that this repository uses. */
export interface Service {
  readonly name: string
  /** The stage of the Dockerfile whose image it runs; null where the image is not of this repository. */
  readonly stage: string | null
  readonly command: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly mounts: readonly Mount[]
  readonly ports: readonly string[]
  readonly dependencies: readonly Dependency[]
  readonly healthcheck: readonly string[] | null
  /** What ends well and is not started again. */
  readonly isStep: boolean
}

/** The services of docker-compose.yml, with all that they take over from each other filled in. */
export function readServices(file = join(ROOT, 'docker-compose.yml')): readonly Service[] {
  return Object.entries(parseComposeFile(readFileSync(file, 'utf8'))).map(([name, written]) => ({
    name,
    stage: written.build?.target ?? null,
    command: (written.command ?? '').split(' ').filter(Boolean),
    environment: Object.fromEntries(
      Object.entries(written.environment ?? {}).map(([variable, value]) => [variable, String(value)]),
    ),
    mounts: (written.volumes ?? []).map(mountOf),
    ports: written.ports ?? [],
    dependencies: Object.entries(written.depends_on ?? {}).map(([on, { condition }]) => ({ on, condition })),
    healthcheck: testOf(written),
    isStep: written.restart === 'no',
  }))
}

function mountOf(text: string): Mount {
  const [source = '', path = '', mode] = text.split(':')
  return { source, path, readOnly: mode === 'ro' }
}

function testOf({ healthcheck }: WrittenService): readonly string[] | null {
  const test = healthcheck?.test
  if (test === undefined) return null
  return typeof test === 'string' ? test.split(' ') : test.slice(1)
}
