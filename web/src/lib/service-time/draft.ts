import type { AbsenceKind, PeriodKind } from './words.ts'

/** A period as the form holds it: texts as they were typed, so that nothing typed is ever lost. */
export type Draft = {
  kind: PeriodKind
  place: string
  unit: string
  position: string
  percent: string
  startsOn: string
  endsOn: string
  ongoing: boolean
  overlapReason: string
  absences: AbsenceDraft[]
  gaps: GapDraft[]
}
export type AbsenceDraft = {
  key: number
  kind: AbsenceKind
  startsOn: string
  endsOn: string
  percent: string
}
export type GapDraft = { key: number; startsOn: string; endsOn: string; reason: string }

/** An enterprise of the portal. */
export type KnownPlace = { id: string; name: string }

/** The input of the mutation. */
export type Details = {
  kind: PeriodKind
  place: { enterpriseId: string } | { name: string }
  unitName: string | null
  position: string
  fte: number
  startsOn: string
  endsOn: string | null
  overlapReason: string | null
  absences: { kind: AbsenceKind; startsOn: string; endsOn: string; share: number }[]
  unsupervisedPeriods: { startsOn: string; endsOn: string; reason: string }[]
}

type Stated = Omit<Details, 'place'> & { enterpriseName: string }

let keys = 0
/** A row keeps its key while others come and go. */
export const nextKey = (): number => ++keys

const percentOf = (share: number): string => String(Math.round(share * 10_000) / 100).replace('.', ',')

/** «80», «62,5» and «62.5» as a share; NaN for what is no number. */
export const shareOf = (percent: string): number => {
  const text = percent.trim().replace('%', '').replace(',', '.').trim()
  return text === '' ? Number.NaN : Math.round(Number(text) * 1e6) / 1e8
}

export const emptyDraft = (place: KnownPlace | undefined, position: string): Draft => ({
  ...{ kind: 'OPEN_UNSELECTED_PRACTICE', place: place?.name ?? '', unit: '', position, percent: '100' },
  ...{ startsOn: '', endsOn: '', ongoing: false, overlapReason: '', absences: [], gaps: [] },
})

export const draftOf = (period: Stated): Draft => ({
  kind: period.kind,
  place: period.enterpriseName,
  unit: period.unitName ?? '',
  position: period.position,
  percent: percentOf(period.fte),
  startsOn: period.startsOn,
  endsOn: period.endsOn ?? '',
  ongoing: period.endsOn === null,
  overlapReason: period.overlapReason ?? '',
  absences: period.absences.map(({ kind, startsOn, endsOn, share }) => ({
    ...{ key: nextKey(), kind, startsOn, endsOn, percent: percentOf(share) },
  })),
  gaps: period.unsupervisedPeriods.map(({ startsOn, endsOn, reason }) => ({
    ...{ key: nextKey(), startsOn, endsOn, reason },
  })),
})

/** The enterprise of a place whose name was chosen from the list or typed as in the list. */
export const knownPlace = (name: string, known: readonly KnownPlace[]): KnownPlace | undefined =>
  known.find((place) => place.name.toLowerCase() === name.trim().toLowerCase())

export const detailsOf = (draft: Draft, known: readonly KnownPlace[]): Details => {
  const place = knownPlace(draft.place, known)
  return {
    kind: draft.kind,
    place: place ? { enterpriseId: place.id } : { name: draft.place.trim() },
    unitName: draft.unit.trim() || null,
    position: draft.position.trim(),
    fte: shareOf(draft.percent),
    startsOn: draft.startsOn,
    endsOn: draft.ongoing ? null : draft.endsOn,
    overlapReason: draft.overlapReason.trim() || null,
    absences: draft.absences.map(({ kind, startsOn, endsOn, percent }) => ({
      ...{ kind, startsOn, endsOn, share: shareOf(percent) },
    })),
    unsupervisedPeriods: draft.gaps.map(({ startsOn, endsOn, reason }) => ({
      ...{ startsOn, endsOn, reason: reason.trim() },
    })),
  }
}
