import { ACTOR_HEADER, type Actor } from '@kompetanse/schema/actor-token'
import { actorsPath, type ActorAnswer } from '@kompetanse/schema/identity-for-gateway'
import { brandId } from '@kompetanse/schema/ids'
import type { SubgraphClient } from '../subgraph/subgraph-client.ts'

/** What the gateway's own requests to identity need: the client, and the signature of its actor token. */
export interface IdentityOptions {
  readonly identity: () => SubgraphClient | undefined
  readonly sign: (actor: Actor) => Promise<string>
}

/** The actor of a subject, and until when the dates of its grants make it valid, in milliseconds since the epoch. */
export interface Answer {
  readonly actor: Actor
  readonly holdsUntil: number
}

/** Resolves to null when the person is unknown or out of use. Rejects when identity does not answer. */
export type AskIdentity = (subject: string) => Promise<Answer | null>

const GATEWAY: Actor = { kind: 'gateway', personId: brandId(''), trainee: false, grants: [] }

/** As many subjects as fit into one URL, at the longest length that a subject may have. */
const MOST_AT_ONCE = 40

/** The client, and headers with the gateway's own actor token. Throws when the supergraph has no identity subgraph. */
export async function asGateway({ identity, sign }: IdentityOptions) {
  const client = identity()
  if (!client) throw new Error('The graph has no identity subgraph')
  return { client, headers: { [ACTOR_HEADER]: await sign(GATEWAY) } }
}

function toAnswer(answer: ActorAnswer): Answer | null {
  if (!answer) return null
  const { holdsUntil, ...who } = answer
  return { actor: { kind: 'person', ...who }, holdsUntil: holdsUntil ?? Infinity }
}

async function askFor(options: IdentityOptions, subjects: readonly string[]): Promise<(Answer | null)[]> {
  const { client, headers } = await asGateway(options)
  const { status, body } = await client.get(actorsPath(subjects), headers)
  if (status !== 200) throw new Error(`Identity answered ${status}`, { cause: body.toString() })
  return (JSON.parse(body.toString()) as ActorAnswer[]).map(toAnswer)
}

/** Sends the subjects of one microtask turn in batches, since many sockets may be rechecked at once. */
export function createAskIdentity(options: IdentityOptions): AskIdentity {
  let waiting: { readonly subject: string; readonly pending: PromiseWithResolvers<Answer | null> }[] = []

  async function send(batch: typeof waiting) {
    try {
      const subjects = batch.map(({ subject }) => subject)
      const answers = await askFor(options, subjects)
      for (const [index, { pending }] of batch.entries()) pending.resolve(answers[index] ?? null)
    } catch (error) {
      for (const { pending } of batch) pending.reject(error)
    }
  }

  function sendAll() {
    const all = waiting
    waiting = []
    for (let at = 0; at < all.length; at += MOST_AT_ONCE) void send(all.slice(at, at + MOST_AT_ONCE))
  }

  return (subject) => {
    if (waiting.length === 0) queueMicrotask(sendAll)
    const pending = Promise.withResolvers<Answer | null>()
    waiting.push({ subject, pending })
    return pending.promise
  }
}
