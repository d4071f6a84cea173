import { longDate, time } from '#lib/format/index.ts'
import { span } from './words.ts'

type Meeting = { readonly startsAt: string; readonly endsAt: string }

/** «torsdag 15. oktober 2026 kl. 14.00–15.30». */
export const whenText = ({ startsAt, endsAt }: Meeting): string =>
  `${longDate(startsAt)} ${span(time(startsAt), time(endsAt))}`

/** Whether the place is an address to follow, and no other scheme than the web's. */
export const isLink = (place: string): boolean => /^https?:\/\/\S+$/.test(place)
