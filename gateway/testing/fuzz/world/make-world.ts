import { composeServices } from '@apollo/composition'
import { Supergraph } from '@apollo/federation-internals'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, validate, type DocumentNode, type ExecutionArgs, type GraphQLSchema } from 'graphql'
import type { AnswerInProcess, ExecutedResult } from '../../apollo-executor.ts'
import { Random } from '../random.ts'
import { makeModel } from './make-model.ts'
import type { Model } from './model.ts'
import { printSubgraph } from './print-subgraph.ts'
import { dereference, resolverOf } from './resolve.ts'
import type { Source } from './sample.ts'

/** A random graph, its subgraphs in this process, and what is true of it. */
export interface FuzzWorld {
  readonly seed: string
  readonly model: Model
  /** Subgraph → its SDL. */
  readonly sdl: ReadonlyMap<string, string>
  readonly supergraph: string
  /** What clients see. */
  readonly schema: GraphQLSchema
  readonly answer: AnswerInProcess
  /** The answer of graphql-js on the one schema of the whole, with the same data. */
  truth(document: DocumentNode, variables: Record<string, unknown>): Promise<ExecutedResult>
}

/** Seeds that do not compose are common: the generator does not check what composition checks. */
const ATTEMPTS = 200

const typeResolver = ({ __typename }: Source) => __typename

function subgraphSchema(model: Model, sdl: string): GraphQLSchema {
  const typeDefs = parse(sdl)
  const resolvers: Record<string, object> = {}
  for (const definition of typeDefs.definitions)
    if (definition.kind === 'ObjectTypeDefinition' || definition.kind === 'InterfaceTypeDefinition') {
      const { value: name } = definition.name
      if (!definition.directives?.some((each) => each.name.value === 'key')) continue
      const __resolveReference = (representation: Record<string, unknown>) =>
        dereference(name, representation)
      const abstract = definition.kind === 'InterfaceTypeDefinition' && { __resolveType: typeResolver }
      resolvers[name] = { __resolveReference, ...abstract }
    }
  return buildSubgraphSchema({ typeDefs, resolvers: resolvers as never })
}

type Executed = Pick<ExecutionArgs, 'schema' | 'document' | 'variableValues'>

/** `inputs` has the fields that others require, inaccessible ones too. */
async function run(model: Model, executed: Executed, inputs: GraphQLSchema): Promise<ExecutedResult> {
  const result = await execute({
    ...executed,
    contextValue: inputs,
    fieldResolver: resolverOf(model),
    typeResolver,
  })
  return JSON.parse(JSON.stringify(result)) as ExecutedResult
}

function answering(model: Model, sdl: ReadonlyMap<string, string>): AnswerInProcess {
  const schemas = new Map([...sdl].map(([name, text]) => [name, subgraphSchema(model, text)]))
  return async (name, { query, variables }) => {
    const schema = schemas.get(name)
    if (!schema) throw new Error(`No subgraph ${name}`)
    const document = parse(query)
    const errors = validate(schema, document)
    if (errors.length > 0) return { errors: errors.map(({ message }) => ({ message })) }
    return run(model, { schema, document, variableValues: variables }, schema)
  }
}

function tryWorld(seed: string): FuzzWorld | null {
  const model = makeModel(new Random(seed))
  const sdl = new Map(model.subgraphs.map((name) => [name, printSubgraph(model, name)]))
  const { supergraphSdl: supergraph } = composeServices(
    [...sdl].map(([name, text]) => ({ name, url: `http://${name}/`, typeDefs: parse(text) })),
  )
  if (!supergraph) return null
  const whole = Supergraph.build(supergraph)
  const schema = whole.apiSchema().toGraphQLJSSchema()
  const supergraphSchema = whole.schema.toGraphQLJSSchema()
  return {
    seed,
    model,
    sdl,
    supergraph,
    schema,
    answer: answering(model, sdl),
    truth: (document, variables) =>
      run(model, { schema, document, variableValues: variables }, supergraphSchema),
  }
}

/** The first graph from a seed that composes. Throws when none does. */
export function makeWorld(seed: string): FuzzWorld {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const world = tryWorld(`${seed}.${attempt}`)
    if (world) return world
  }
  throw new Error(`No graph composes from ${seed}`)
}
