import { GraphQLError, isNonNullType, type OperationDefinitionNode } from 'graphql'
import { rootPartsOf, type RootPart } from '../operation/root-parts.ts'
import type { Refusal } from '../errors/refusal.ts'
import type { Graph } from '../graph/graph.ts'
import { setOwn, type JsonObject } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import { variablesOf, type Judge } from '../operation/coerce-variables.ts'
import type { Executor, ExecutorRequest, ExecutorResult } from './portal-gateway.ts'
import type { RequestContext } from './request-context.ts'

interface Parts {
  readonly judge: Judge
  readonly under: (variables: JsonObject) => readonly RootPart[]
}

/** One part, whose answer may be bytes. */
async function answer(execute: Executor, request: ExecutorRequest, part: RootPart): Promise<ExecutorResult> {
  const context = { ...(request.context as RequestContext), aside: {} } as RequestContext
  const { document, operation, name } = part
  const result = await execute({
    ...request,
    document,
    operation,
    queryHash: `${request.queryHash}.${name}`,
    context,
  })
  const { body } = context.aside
  return body === undefined ? result : (parseJson(body.toString()) as ExecutorResult)
}

/** What is told of a part that its sender may not have any more. */
function refusedPart(
  { schema }: Graph,
  { name, field }: RootPart,
  { errors: [fault] }: Refusal,
): ExecutorResult {
  const { message = '', extensions = {} } = fault ?? {}
  const isRequired = isNonNullType(schema.getMutationType()?.getFields()[field]?.type)
  const errors = [new GraphQLError(message, { path: [name], extensions })]
  return { data: isRequired ? null : { [name]: null }, errors }
}

const isRefusal = (found: object): found is Refusal => 'kind' in found && found.kind === 'refused'

/**
 * Executes each root field of a mutation as an operation of its own, one after the other, and before each after the first
 * finds out anew who asks: one may have ended a right of its sender, on which the next would rest.
 */
export function oneByOne(execute: Executor, graph: Graph): Executor {
  const known = new WeakMap<OperationDefinitionNode, Parts | null>()

  function partsOf({ document, operation }: ExecutorRequest): Parts | null {
    let parts = known.get(operation)
    if (parts === undefined) {
      const under = operation.operation === 'mutation' ? rootPartsOf(document, operation) : null
      parts = under && { under, judge: variablesOf(graph.schema, document, operation) }
      known.set(operation, parts)
    }
    return parts
  }

  async function next(request: ExecutorRequest, part: RootPart): Promise<ExecutorResult> {
    // Anybody may ask for it, and it must not be null.
    if (part.field === '__typename') return answer(execute, request, part)
    const context = request.context as RequestContext
    const found = (await context.actor.again?.()) ?? context.actor
    if (isRefusal(found)) return refusedPart(graph, part, found)
    return answer(execute, { ...request, context: { ...context, actor: found } }, part)
  }

  return async (request) => {
    const parts = partsOf(request)
    if (!parts) return execute(request)
    // All variables are judged before anything is done.
    const { coerced, errors } = parts.judge(request.request.variables ?? {})
    if (errors) return { errors: [...errors] }
    const whole = new Whole()
    for (const [at, part] of parts.under(coerced).entries())
      if (!whole.isOver) whole.add(await (at === 0 ? answer(execute, request, part) : next(request, part)))
    return whole.result
  }
}

/** The answers of the parts as one. */
class Whole {
  #data: JsonObject | null = {}
  readonly #errors: GraphQLError[] = []
  readonly #nulls: unknown[] = []

  /** Whether a part has left nothing to be answered: what comes after it is not done. */
  get isOver(): boolean {
    return this.#data === null
  }

  add({ data, errors = [], extensions }: ExecutorResult): void {
    if (data) for (const [name, value] of Object.entries(data)) setOwn(this.#data ?? {}, name, value)
    else this.#data = null
    this.#errors.push(...errors)
    this.#nulls.push(...((extensions?.['valueCompletion'] ?? []) as unknown[]))
  }

  get result(): ExecutorResult {
    return {
      data: this.#data,
      ...(this.#errors.length > 0 && { errors: this.#errors }),
      ...(this.#nulls.length > 0 && { extensions: { valueCompletion: this.#nulls } }),
    }
  }
}
