import { graph, graphql, type ResultOf } from '#lib/graph/index.ts'
import type { Found } from '#lib/ui/index.ts'

const PlanSearch = graphql(`
  query PlanSearch($search: String) {
    planTemplates(filter: { search: $search }, first: 12) {
      totalCount
      edges {
        node {
          id
          code
          title
        }
      }
    }
  }
`)

export type FoundPlan = NonNullable<ResultOf<typeof PlanSearch>['planTemplates']>['edges'][number]['node']

/** The first plans whose code or title contains these words; without words, the first of all. */
export const searchPlans = async (words: string): Promise<Found<FoundPlan>> => {
  const { data } = await graph()
    .query(PlanSearch, { search: words || null })
    .toPromise()
  const plans = data?.planTemplates
  return { hits: plans?.edges.map(({ node }) => node) ?? [], failed: !plans }
}
