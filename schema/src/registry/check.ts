import { buildSchema, parse, validate } from 'graphql'
import type { Operations } from './changes/breaks.ts'
import { compareWithBase, type Acceptance, type Report } from './compare-with-base.ts'
import { compose, type Texts } from './compose.ts'
import { forgotten } from './former-operations.ts'
import { drift, generatedFiles } from './generated-files.ts'
import type { Base, NoBase } from './base/find-base.ts'
import { eventFiles, type PublishedEvents } from './events/published-events.ts'
import { formerOf, type Files } from './published-state.ts'

export interface RegistryInput extends Acceptance {
  /** As printed from the code just now. */
  readonly subgraphs: Texts
  /** As defined in the code at present. */
  readonly events: PublishedEvents
  /** As collected from clients in this repository, and as committed for those outside of it. */
  readonly operations: Operations
  /** The generated files as they are committed. */
  readonly committed: Files
  readonly base: Base | NoBase
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

/** All that the registry holds against a change, in words that name the field, and the operation or the listener. */
export async function checkRegistry(input: RegistryInput): Promise<Report> {
  const { subgraphs, events, operations, committed, base } = input
  const composition = compose(subgraphs)
  if ('errors' in composition)
    return {
      problems: composition.errors.map((error) => `does not compose: ${error}`),
      warnings: [],
      notices: [],
    }
  const since = await compareWithBase(base, { ...composition, events }, input)
  const { api } = composition
  const published = 'published' in base ? base.published : null
  const standing = [
    ...invalidOperations(api, operations),
    ...drift({ ...generatedFiles(subgraphs, composition, operations), ...eventFiles(events) }, committed),
    ...forgotten({ base: published, committed: formerOf(committed), operations, api, today: input.today }),
  ]
  return { ...since, problems: [...since.problems, ...standing] }
}
