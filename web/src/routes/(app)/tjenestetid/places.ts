import type { ResultOf } from '#lib/graph/index.ts'
import type { KnownPlace } from '#lib/service-time/draft.ts'
import type { PlacesQuery } from './queries.ts'

/** The enterprises that are suggested, the trainee's own first. */
export const placesOf = (data: ResultOf<typeof PlacesQuery> | undefined): KnownPlace[] => {
  const own = data?.viewer?.trainee?.unit.enterprise
  const all =
    data?.nation?.regions.flatMap(({ enterprises }) => enterprises.edges.map(({ node }) => node)) ?? []
  return own ? [own, ...all.filter(({ id }) => id !== own.id)] : all
}
