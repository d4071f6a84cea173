import { HeaderMap } from '@apollo/server'
import { GraphQLError, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import type { Asking } from '../operation/operation-run.ts'
import { fieldsOf } from '../document/size.ts'
import { priceOperation } from './price-operation.ts'
import type { Prices } from '../graph/prices.ts'
import { planningCost, REFUSING } from './text-cost.ts'
import { tooCostly } from './too-costly.ts'
import { TooMany, type Entry, type Leave, type Turns } from './turns.ts'
import { Ways } from './ways.ts'

export interface AdmissionOptions {
  readonly maxCost: number
  /** Not given: nobody waits for their turn. */
  readonly turns?: Turns | undefined
  /** Whether a client has registered the document: its cost was looked at then. */
  readonly isRegistered: (document: DocumentNode) => boolean
}

export interface Admitted {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: JsonObject
}

/** Lets texts be read, and operations of valid documents begin. */
export interface Admission {
  /** The most that anything may cost that is paid for. */
  readonly most: number
  /** What is said to who has so much waiting that nothing more is even looked at. */
  full({ actor }: Pick<Asking, 'actor'>): GraphQLError | undefined
  /**
   * Pays for a text that is new, before it is validated. Resolves with the reason for a refusal; what costs more than
   * ever may is refused.
   */
  pay(cost: number, asking: Pick<Asking, 'actor' | 'signal'>): Promise<GraphQLError | undefined>
  /** Resolves when its turn has come. Rejects with the error that the client gets. */
  admit(admitted: Admitted, asking: Pick<Asking, 'actor' | 'signal'>): Promise<Leave>
}

const tooMany = (retryAfter: number) =>
  new GraphQLError(`Too many operations at once, or too much in a short time: wait ${retryAfter} s.`, {
    extensions: {
      code: 'TOO_MANY_REQUESTS',
      http: { status: 429, headers: new HeaderMap([['retry-after', String(retryAfter)]]) },
    },
  })

const refusedFor = (cost: number, allowed: number): GraphQLError | undefined => {
  const { message, extensions } = tooCostly(cost, allowed) ?? {}
  return message === undefined
    ? undefined
    : new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } })
}

const FREE: Leave = () => undefined

/** What is known of an operation whatever its variables are. */
interface Known {
  readonly price: (variables: JsonObject) => number
  /** Its fields, fragments spread out: it costs no less, unless it is registered. */
  readonly size: number
  readonly isRegistered: boolean
}

export function createAdmission(prices: Prices, options: AdmissionOptions): Admission {
  const { maxCost, turns, isRegistered } = options
  const known = new WeakMap<OperationDefinitionNode, Known>()
  const ways = new Ways()

  function look({ document, operation }: Admitted): Known {
    const found = known.get(operation)
    if (found) return found
    const price = priceOperation(prices, document, operation)
    const looked = { price, size: fieldsOf(document, operation), isRegistered: isRegistered(document) }
    known.set(operation, looked)
    return looked
  }

  type Asked = Pick<Asking, 'actor' | 'signal'>
  type Wish = Omit<Entry, 'person' | 'signal'>
  async function turn({ actor, signal }: Asked, wish: Wish): Promise<Leave> {
    try {
      return (await turns?.enter({ person: actor.person, ...wish, signal })) ?? FREE
    } catch (reason) {
      // Who has left reads no answer.
      throw tooMany(reason instanceof TooMany ? reason.retryAfter : 1)
    }
  }

  async function pay(cost: number, asked: Asked): Promise<void> {
    const refused = turns && refusedFor(cost, turns.burst)
    const leave = await turn(asked, { cost: refused ? REFUSING : cost, room: 1 })
    leave()
    if (refused) throw refused
  }

  /** Each way in which an operation is planned is paid for, as its text was for the first. */
  async function payWay(admitted: Admitted, { size, isRegistered }: Known, asked: Asked): Promise<void> {
    if (isRegistered) return
    if (ways.isNew(admitted)) await pay(planningCost(size), asked)
    ways.add(admitted)
  }

  return {
    most: turns?.burst ?? Infinity,
    full: ({ actor }) => (turns?.isFull(actor.person) ? tooMany(turns.later) : undefined),
    async pay(cost, asking) {
      try {
        await pay(cost, asking)
        return undefined
      } catch (error) {
        return error as GraphQLError
      }
    },
    async admit(admitted, asking) {
      const found = look(admitted)
      const { price, size, isRegistered } = found
      const cost = price(admitted.variables)
      const refused = refusedFor(cost, maxCost)
      if (refused) {
        await pay(REFUSING, asking)
        throw refused
      }
      await payWay(admitted, found, asking)
      return await turn(asking, { cost: isRegistered ? cost : Math.max(cost, size), isRegistered })
    },
  }
}
