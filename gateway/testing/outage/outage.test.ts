import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import { Kind, parse, type OperationDefinitionNode } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGateway, type Gateway } from '../../src/gateway.ts'
import { ask, silent } from '../gateway-fixture.ts'
import { placesAnswered, placesSelected, schemaOf } from './known-without.ts'
import { sampleVariables } from './sample-variables.ts'
import { runSampledSubgraph, type SampledSubgraph } from './sampled-subgraph.ts'

const registry = join(import.meta.dirname, '../../../schema')
const sdl = new Map(
  readdirSync(join(registry, 'subgraphs')).map((file) => [
    file.replace('.graphql', ''),
    readFileSync(join(registry, 'subgraphs', file), 'utf8'),
  ]),
)
/** Subgraph → the graph that the others make without it. */
const without = new Map(
  [...sdl.keys()].map((down) => [down, schemaOf(new Map([...sdl].filter(([name]) => name !== down)))]),
)

interface Query {
  readonly name: string
  readonly text: string
  readonly definition: OperationDefinitionNode
}

const queries: Query[] = [...operationsOf('web')].flatMap(([name, text]) =>
  parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query'
      ? [{ name, text, definition }]
      : [],
  ),
)

let gateway: Gateway
let url: string
const subgraphs = new Map<string, SampledSubgraph>()

beforeAll(async () => {
  for (const [name, text] of sdl) subgraphs.set(name, await runSampledSubgraph(text))
  gateway = await createGateway({
    developerTools: true,
    supergraphPath: join(registry, 'supergraph.graphql'),
    subgraphUrls: new Map([...subgraphs].map(([name, subgraph]) => [name, [subgraph.url]])),
    log: silent,
  })
  url = `http://127.0.0.1:${await gateway.http.listen(0)}/graphql`
})

afterAll(async () => {
  await gateway.close()
  await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()))
})

async function left(query: Query, down: string | null): Promise<ReadonlySet<string>> {
  for (const [name, subgraph] of subgraphs) subgraph.down = name === down
  const { schema } = gateway.graphs.current
  const variables = sampleVariables(schema, query.definition)
  const { body } = await ask(url, { query: query.text, variables, operationName: query.name })
  return new Set(placesAnswered(body.data))
}

const own = 'viewer.trainee'
/**
 * What is lost although other subgraphs have it too. Several have a person's own `viewer.trainee`: the gateway fetches
 * it from the one that also has the fields selected below it, and all of these are lost when that one is down.
 */
const lostNonetheless: Readonly<Record<string, readonly string[]>> = {
  'Home without progress': [`${own}.id`],
  'MyPlans without progress': [`${own}.id`],
  'Search without progress': [`${own}.id`],
  'SupervisionGaps without supervision': [`${own}.id`],
  'RegisteringTrainee without service-time': [`${own}.id`],
  // The head of an account that is lost.
  'MyServiceTime without service-time': ['id', 'displayName', 'track.code', 'track.name'].map(
    (leaf) => `${own}.${leaf}`,
  ),
  // Suggestions of the form, which works without them, by RegisteringTrainee.
  'ServicePlaces without identity': ['id', 'position', 'unit.id'].map((leaf) => `${own}.${leaf}`),
  // The curriculum keeps no copy of the directory: a proposal is shown without the names of who made and answered it.
  'CurriculumProposals without identity': ['open', 'answered'].flatMap((list) =>
    ['proposedBy', 'decision.by'].flatMap((who) =>
      ['id', 'displayName'].map((leaf) => `${list}.edges.node.${who}.${leaf}`),
    ),
  ),
  // `goalId` beside it has the same value, and the page uses that.
  'Conversation without progress': ['supervisionConversation.goals.goal.id'],
}

describe('with any one subgraph down, every page still draws all that the others know', () => {
  test.each(queries)('$name', async (query) => {
    const whole = await left(query, null)
    expect(whole.size).toBeGreaterThan(0)
    for (const [down, others] of without) {
      const rest = await left(query, down)
      const known = placesSelected(parse(query.text), others)
      const lost = [...whole].filter((place) => known.has(place) && !rest.has(place))
      const title = `${query.name} without ${down}`
      expect(lost, title).toEqual(lostNonetheless[title] ?? [])
    }
  })
})
