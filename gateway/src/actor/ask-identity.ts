import { ACTOR_HEADER, type Actor } from '@kompetanse/schema/actor-token'
import { actorsPath, type ActorAnswer } from '@kompetanse/schema/identity-for-gateway'
import { brandId } from '@kompetanse/schema/ids'
import type { SubgraphClient } from '../subgraph/subgraph-client.ts'

/** How the gateway itself speaks to identity. */
export interface IdentityOptions {
  readonly identity: () => SubgraphClient | undefined
  readonly sign: (actor: Actor) => Promise<string>
}

/** Who a subject is, and until when by the calendar alone, in epoch milliseconds. */
export interface Answer {
  readonly actor: Actor
  readonly holdsUntil: number
}

/** Null when the person is unknown or out of use. Rejects when identity does not say. */
export type AskIdentity = (subject: string) => Promise<Answer | null>

const GATEWAY: Actor = { kind: 'gateway', personId: brandId(''), trainee: false, grants: [] }

/** As many as fit into the address of a request, however long the issuer makes its subjects. */
const MOST_AT_ONCE = 40

/** The client, and the headers that say who asks. Throws when the graph has no identity. */
export async function asGateway({ identity, sign }: IdentityOptions) {
  const client = identity()
  if (!client) throw new Error('The graph has no identity subgraph')
  return { client, headers: { [ACTOR_HEADER]: await sign(GATEWAY) } }
}

function toAnswer(said: ActorAnswer): Answer | null {
  if (!said) return null
  const { holdsUntil, ...who } = said
  return { actor: { kind: 'person', ...who }, holdsUntil: holdsUntil ?? Infinity }
}

async function askFor(options: IdentityOptions, subjects: readonly string[]): Promise<(Answer | null)[]> {
  const { client, headers } = await asGateway(options)
  const { status, body } = await client.get(actorsPath(subjects), headers)
  if (status !== 200) throw new Error(`Identity answered ${status}`, { cause: body.toString() })
  return (JSON.parse(body.toString()) as ActorAnswer[]).map(toAnswer)
}

/** Asks for all who are wanted in the same turn at once: when many sockets are in doubt, that is many. */
export function createAskIdentity(options: IdentityOptions): AskIdentity {
  let waiting: { readonly subject: string; readonly asked: PromiseWithResolvers<Answer | null> }[] = []

  async function send(batch: typeof waiting) {
    try {
      const subjects = batch.map(({ subject }) => subject)
      const answers = await askFor(options, subjects)
      for (const [index, { asked }] of batch.entries()) asked.resolve(answers[index] ?? null)
    } catch (error) {
      for (const { asked } of batch) asked.reject(error)
    }
  }

  function sendAll() {
    const all = waiting
    waiting = []
    for (let at = 0; at < all.length; at += MOST_AT_ONCE) void send(all.slice(at, at + MOST_AT_ONCE))
  }

  return (subject) => {
    if (waiting.length === 0) queueMicrotask(sendAll)
    const asked = Promise.withResolvers<Answer | null>()
    waiting.push({ subject, asked })
    return asked.promise
  }
}
