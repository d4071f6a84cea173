import { expect, test } from 'vitest'
import { regulationGoals } from '../../subgraphs/curriculum/src/seed/regulation.ts'
import { seedTracks } from '../../subgraphs/curriculum/src/seed/tracks.ts'
import { demoPersons } from '../../subgraphs/identity/src/seed/demo.ts'

// The gateway may fetch `Track.name` from any of these subgraphs.
test('F102 F103 F104 F105 a track has the same name in every subgraph', () => {
  const named = new Map(seedTracks(regulationGoals()).map(({ code, name }) => [code, name]))
  const trainees = demoPersons().flatMap(({ trainee }) => trainee ?? [])
  const codes = [...new Set(trainees.map(({ trackCode }) => trackCode))]
  expect(codes.length).toBeGreaterThan(3)
  for (const { trackCode, trackName } of trainees)
    expect([trackCode, trackName]).toEqual([trackCode, named.get(trackCode)])
})
