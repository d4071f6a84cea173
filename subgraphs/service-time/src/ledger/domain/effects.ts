/** Where in spesialistforskriften: section, paragraph, letter. */
export type Paragraph =
  | '2(1)'
  | '2(2)'
  | '2(3)'
  | '2(4)'
  | '8(4)'
  | '18(1)'
  | '31(1)'
  | '31(2)'
  | '31(3)a'
  | '31(3)b'
  | '31(4)a'
  | '31(4)b'
  | '31(4)c'
  | '31(5)'
  | '31(6)'

/** What became of the days of a line. */
export type Effect =
  | 'COUNTED_IN_FULL'
  | 'COUNTED_IN_PROPORTION'
  | 'HOLIDAY_COUNTED'
  | 'COURSE_COUNTED'
  | 'COVID_COUNTED'
  | 'ABSENCE_WITHIN_ALLOWANCE'
  | 'ABSENCE_DEDUCTED'
  | NotCounted

/** Days that are no training time: not counted, and no part of what ten percent are taken of. */
export type NotCounted =
  | 'BEFORE_LICENCE'
  | 'NOT_CONFIRMED'
  | 'KIND_NOT_COUNTED'
  | 'UNSUPERVISED_NOT_COUNTED'
  | 'BELOW_MINIMUM_FTE'
  | 'OVERLAP_NOT_COUNTED'
  | 'ABOVE_MAXIMUM_NOT_COUNTED'
