import { HeaderMap } from '@apollo/server'
import { GraphQLError, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import type { RequestScope } from '../operation/operation-run.ts'
import { fieldsOf } from '../document/size.ts'
import { priceOperation } from './price-operation.ts'
import type { Prices } from '../graph/prices.ts'
import { planningCost, REFUSING } from './text-cost.ts'
import { tooCostly } from './too-costly.ts'
import { TooMany, type Entry, type Leave, type Turns } from './turns.ts'
import { PaidPlans } from './paid-plans.ts'

export interface AdmissionOptions {
  readonly maxCost: number
  /** Without it no operation waits. */
  readonly turns?: Turns | undefined
  /** Whether the document is registered: then its cost was reviewed. */
  readonly isRegistered: (document: DocumentNode) => boolean
}

export interface Admitted {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: JsonObject
}

/** A request whose person is charged. */
type Payer = Pick<RequestScope, 'actor' | 'signal'>

/** Charges documents before they are validated, and queues operations until they may begin. */
export interface Admission {
  /** The highest cost that can be charged at once. */
  readonly most: number
  /** The refusal of a person whose queue is full: their request is not even parsed. */
  full({ actor }: Pick<RequestScope, 'actor'>): GraphQLError | undefined
  /**
   * Charges a new text before it is validated. Resolves with the refusal, if any; a cost above `most` is always
   * refused.
   */
  pay(cost: number, payer: Payer): Promise<GraphQLError | undefined>
  /** Resolves when the operation may begin. Rejects with the error for the client. */
  admit(admitted: Admitted, payer: Payer): Promise<Leave>
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
  const paidPlans = new PaidPlans()

  function look({ document, operation }: Admitted): Known {
    const found = known.get(operation)
    if (found) return found
    const price = priceOperation(prices, document, operation)
    const looked = { price, size: fieldsOf(document, operation), isRegistered: isRegistered(document) }
    known.set(operation, looked)
    return looked
  }

  type Wish = Omit<Entry, 'person' | 'signal'>
  async function turn({ actor, signal }: Payer, wish: Wish): Promise<Leave> {
    try {
      return (await turns?.enter({ person: actor.person, ...wish, signal })) ?? FREE
    } catch (reason) {
      // A client that has left reads no answer.
      throw tooMany(reason instanceof TooMany ? reason.retryAfter : 1)
    }
  }

  async function pay(cost: number, payer: Payer): Promise<void> {
    const refused = turns && refusedFor(cost, turns.burst)
    const leave = await turn(payer, { cost: refused ? REFUSING : cost, room: 1 })
    leave()
    if (refused) throw refused
  }

  /** Charges each plan of an operation but the first, whose cost was part of its text's. */
  async function payPlan(admitted: Admitted, { size, isRegistered }: Known, payer: Payer): Promise<void> {
    if (isRegistered) return
    if (paidPlans.isNew(admitted)) await pay(planningCost(size), payer)
    paidPlans.add(admitted)
  }

  return {
    most: turns?.burst ?? Infinity,
    full: ({ actor }) => (turns?.isFull(actor.person) ? tooMany(turns.later) : undefined),
    async pay(cost, payer) {
      try {
        await pay(cost, payer)
        return undefined
      } catch (error) {
        return error as GraphQLError
      }
    },
    async admit(admitted, payer) {
      const found = look(admitted)
      const { price, size, isRegistered } = found
      const cost = price(admitted.variables)
      const refused = refusedFor(cost, maxCost)
      if (refused) {
        await pay(REFUSING, payer)
        throw refused
      }
      await payPlan(admitted, found, payer)
      return await turn(payer, { cost: isRegistered ? cost : Math.max(cost, size), isRegistered })
    },
  }
}
