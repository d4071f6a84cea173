import { buildSchema, parse, validate } from 'graphql'
import { findBreaks, type Operations, type Published } from './breaks.ts'
import { compose, type Composition, type Texts } from './compose.ts'

/** Path below schema/ → text. */
export type Files = Readonly<Record<string, string>>

export interface RegistryInput {
  /** As printed from the code just now. */
  readonly subgraphs: Texts
  /** As collected from clients in this repository, and as committed for those outside of it. */
  readonly operations: Operations
  /** The generated files as they are committed. */
  readonly committed: Files
  /** Null before the first publication. */
  readonly published: Published | null
}

export interface RegistryReport {
  readonly problems: readonly string[]
  readonly notices: readonly string[]
}

/** The files that follow from the subgraphs and the clients' sources. */
export function generatedFiles(
  subgraphs: Texts,
  { supergraph, api }: Composition,
  operations: Operations,
): Files {
  const files: Record<string, string> = { 'supergraph.graphql': supergraph, 'api.graphql': api }
  for (const [name, text] of Object.entries(subgraphs)) files[`subgraphs/${name}.graphql`] = text
  for (const [client, texts] of Object.entries(operations))
    for (const [name, text] of Object.entries(texts)) files[`operations/${client}/${name}.graphql`] = text
  return files
}

/** The files that say what clients rely on from now on. */
export function publishedFiles({ api, contracts }: Composition, operations: Operations): Files {
  const files: Record<string, string> = { 'published/api.graphql': api }
  for (const [tag, text] of Object.entries(contracts)) files[`published/contracts/${tag}.graphql`] = text
  for (const [client, texts] of Object.entries(operations))
    for (const [name, text] of Object.entries(texts))
      files[`published/operations/${client}/${name}.graphql`] = text
  return files
}

function drift(expected: Files, committed: Files): string[] {
  const changed = Object.keys(expected).filter((path) => committed[path] !== expected[path])
  const gone = Object.keys(committed).filter((path) => expected[path] === undefined)
  return [
    ...changed.map((path) => `schema/${path} is not what the code gives: run schema:publish and commit it`),
    ...gone.map((path) => `schema/${path} is no longer generated: run schema:publish and commit its removal`),
  ]
}

function invalidOperations(api: string, operations: Operations): string[] {
  const schema = buildSchema(api)
  return Object.entries(operations).flatMap(([client, texts]) =>
    Object.entries(texts).flatMap(([name, text]) =>
      validate(schema, parse(text)).map(
        ({ message }) => `${client}: ${name} does not fit the graph: ${message}`,
      ),
    ),
  )
}

async function breaksSince(published: Published, composition: Composition): Promise<RegistryReport> {
  const { breaks, unused } = await findBreaks(published, composition)
  return {
    problems: breaks.map(
      ({ coordinate, message, client, operation }) =>
        `breaks ${operation ? `operation ${operation} of client ${client}` : client}: ${coordinate}: ${message}`,
    ),
    notices: unused.map((message) => `${message} (no published operation uses it)`),
  }
}

/** Everything that the registry holds against a change, in words that name the field, the client and the operation. */
export async function checkRegistry(input: RegistryInput): Promise<RegistryReport> {
  const { subgraphs, operations, committed, published } = input
  const composition = compose(subgraphs)
  if ('errors' in composition)
    return { problems: composition.errors.map((error) => `does not compose: ${error}`), notices: [] }
  const since = published
    ? await breaksSince(published, composition)
    : { problems: [], notices: ['Nothing has been published yet: run schema:publish.'] }
  return {
    problems: [
      ...since.problems,
      ...invalidOperations(composition.api, operations),
      ...drift(generatedFiles(subgraphs, composition, operations), committed),
    ],
    notices: since.notices,
  }
}
