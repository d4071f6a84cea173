import { expect } from '@playwright/test'
import type { Person } from './person.ts'

export interface Period {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly startsOn: string
}

type Own = {
  viewer: { trainee: { id: string; servicePeriods: { edges: { node: Period }[] } } }
}

const OwnPeriods = `
  { viewer { trainee { id servicePeriods(first: 100) { edges { node { id version status startsOn } } } } } }`

export async function ownPeriods(trainee: Person): Promise<{ id: string; periods: Period[] }> {
  const { viewer } = await trainee.ask<Own>(OwnPeriods)
  return { id: viewer.trainee.id, periods: viewer.trainee.servicePeriods.edges.map(({ node }) => node) }
}

/** Removes what earlier runs have registered in years before any training began. */
export async function clearBefore(trainee: Person, day: string): Promise<void> {
  const { periods } = await ownPeriods(trainee)
  for (const { id, version } of periods.filter(({ startsOn }) => startsOn < day)) {
    const { outcome } = await trainee.ask<{ outcome: { __typename: string } }>(
      `mutation ($input: RemoveServicePeriodInput!) { outcome: removeServicePeriod(input: $input) { __typename } }`,
      { input: { servicePeriodId: id, expectedVersion: version } },
    )
    expect(outcome.__typename).toBe('RemoveServicePeriodSuccess')
  }
}

type Stated = { startsOn: string; endsOn: string; place?: string }
type Outcome = { __typename: string; servicePeriod?: Period }

/** Registers a full-time period by the graph, as a precondition of a test. */
export async function registered(trainee: Person, { startsOn, endsOn, place }: Stated): Promise<Period> {
  const { id } = await ownPeriods(trainee)
  const { outcome } = await trainee.ask<{ outcome: Outcome }>(
    `mutation ($input: RegisterServicePeriodInput!) {
      outcome: registerServicePeriod(input: $input) {
        __typename
        ... on RegisterServicePeriodSuccess { servicePeriod { id version status startsOn } }
      }
    }`,
    {
      input: {
        traineeId: id,
        details: {
          ...{ kind: 'OPEN_UNSELECTED_PRACTICE', place: { name: place ?? 'Havna legesenter' } },
          ...{ position: 'LIS3', fte: 1, startsOn, endsOn, absences: [], unsupervisedPeriods: [] },
        },
      },
    },
  )
  expect(outcome.__typename).toBe('RegisterServicePeriodSuccess')
  return (outcome as Required<Outcome>).servicePeriod
}

/** Sends a period to the leader by the graph. */
export async function sent(trainee: Person, { id, version }: Period): Promise<void> {
  const { viewer } = await trainee.ask<{
    viewer: { trainee: { serviceTimeSigners: { id: string }[] } }
  }>('{ viewer { trainee { id serviceTimeSigners { id } } } }')
  const { outcome } = await trainee.ask<{ outcome: Outcome }>(
    `mutation ($input: SendServicePeriodForSigningInput!) {
      outcome: sendServicePeriodForSigning(input: $input) { __typename }
    }`,
    {
      input: {
        ...{ servicePeriodId: id, expectedVersion: version },
        signerId: viewer.trainee.serviceTimeSigners[0]?.id,
      },
    },
  )
  expect(outcome.__typename).toBe('SendServicePeriodForSigningSuccess')
}
