import * as v from 'valibot'
import { parse } from 'yaml'

/**
 * The schema of docker-compose.yml. All other keys of Compose are refused, since they could give a container access to
 * secrets or to the host without anybody noticing (`secrets`, `env_file`, `volumes_from`, `privileged`,
 * `network_mode: host`, …). A key that is needed is added here, and to what `container-secrets.test.ts` reads.
 */

/** Files of the repository that are mounted, to be read alone. */
const MOUNTED_FILES = ['./deploy/Caddyfile']

/** A volume of `volumes`, or one of those files, and where: `volume:/path`, `volume:/path:ro`. */
const mount = v.pipe(
  v.string(),
  v.regex(/^[^:]+:\/[^:]*(:ro)?$/, 'a mount is called source:/path or source:/path:ro'),
)

/** A list is no record, although its indexes are keys. */
const name = v.pipe(v.string(), v.regex(/^[a-z]/i))
const texts = v.array(v.string())
const value = v.union([v.string(), v.number()])

const service = v.strictObject({
  build: v.optional(v.strictObject({ context: v.literal('.'), target: v.string() })),
  image: v.string(),
  user: v.optional(v.literal('root')),
  command: v.optional(v.string()),
  environment: v.optional(v.record(name, value)),
  volumes: v.optional(v.array(mount)),
  ports: v.optional(texts),
  network_mode: v.optional(v.literal('none')),
  networks: v.optional(v.strictObject({ default: v.strictObject({ aliases: texts }) })),
  depends_on: v.optional(
    v.record(
      name,
      v.strictObject({
        condition: v.picklist(['service_started', 'service_healthy', 'service_completed_successfully']),
      }),
    ),
  ),
  healthcheck: v.optional(
    v.strictObject({
      test: v.optional(v.union([v.string(), texts])),
      interval: v.optional(v.string()),
      retries: v.optional(v.number()),
      disable: v.optional(v.boolean()),
    }),
  ),
  restart: v.optional(v.picklist(['no', 'unless-stopped'])),
})

const composeFile = v.pipe(
  v.strictObject({
    services: v.record(name, service),
    // Without options: a volume that is called otherwise outside, or lies in another place, is not what it seems.
    volumes: v.record(name, v.null()),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const { services, volumes } = dataset.value
    for (const [name, { volumes: mounts = [] }] of Object.entries(services))
      for (const mounted of mounts)
        if (!isKnown(mounted, Object.keys(volumes)))
          addIssue({ message: `${name} mounts what is neither a volume nor one of the files: ${mounted}` })
  }),
)

function isKnown(mounted: string, volumes: readonly string[]): boolean {
  const source = mounted.split(':')[0] ?? ''
  return volumes.includes(source) || (MOUNTED_FILES.includes(source) && mounted.endsWith(':ro'))
}

export type WrittenService = v.InferOutput<typeof service>

/** The services by name, with their YAML merges filled in. Throws for a key that the schema does not allow. */
export function parseComposeFile(text: string): Readonly<Record<string, WrittenService>> {
  if (text.includes('$')) throw new Error('nothing is filled in from the environment of who starts it: $')
  const whole = parse(text, { merge: true }) as Readonly<Record<string, unknown>>
  // `x-…` are the parts that services merge.
  const services = Object.entries(whole).filter(([key]) => !key.startsWith('x-'))
  const result = v.safeParse(composeFile, Object.fromEntries(services))
  if (!result.success) throw new Error(v.summarize(result.issues))
  return result.output.services
}
