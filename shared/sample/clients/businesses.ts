import type { Row } from './row.ts';

/** Offices, surgeries, a hotel and a church without a story. */
export const businesses: readonly Row[] = [
  [
    ['Eastgate Hotel', 'hotel', 'Marta Lindholm, duty manager', '1 Eastgate', '118'],
    [84, 36],
    ['Grounds', 410, 12],
    [-4, 9, 'transfer'],
  ],
  [
    ['Birch House', 'offices', 'Facilities desk', '20 Station Approach', '127'],
    [61, 36],
    ['Grounds', 290, 12],
    [-1, 5, 'transfer'],
  ],
  [
    ['Cobbold Trust', 'almshouses', 'Canon Whyte, clerk', '3–15 Abbey Row', '131'],
    [109, 36],
    ['Almshouse gardens', 255, 12],
    [-9, -4, 'cheque'],
  ],
  [
    ['Castle Street Surgery', 'practice', 'Practice manager', '9 Castle Street', '136'],
    [57, 36],
    ['Grounds', 240, 12],
    [-1, 1, 'transfer'],
  ],
  [
    ['Kiln Row Residents', 'eight houses', 'Joan Pell, treasurer', 'Kiln Row', '144'],
    [49, 36],
    ['Shared garden', 220, 10],
    [-8, -3, 'transfer'],
  ],
  [
    ['Linden Court', 'six flats', 'Paul Adeyemi', 'Linden Court, Park Road', '149'],
    [40, 36],
    ['Grounds', 205, 12],
    [-1, 5, 'transfer'],
  ],
  [
    ['Harcourt Dental', 'practice', 'Reception', '31 Market Hill', '153'],
    [52, 36],
    ['Front beds', 185, 12],
    [1, 6, 'card'],
  ],
  [
    ['Thornfield Lodge', 'guest house', 'Mr and Mrs Rudd', '5 Cliff Lane', '158'],
    [73, 36],
    ['Garden', 175, 10],
    [-4, 1, 'transfer'],
  ],
  [
    ['Ashdown Veterinary', 'practice', 'Kim Ashdown', '44 Mill Lane', '162'],
    [45, 36],
    ['Grounds', 165, 12],
    [-2, 1, 'transfer'],
  ],
  [
    ['Yew Tree Surgery', 'practice', 'Practice manager', '2 Church Street', '167'],
    [64, 36],
    ['Grounds', 150, 10],
    [-1, 2, 'transfer'],
  ],
  [
    ['Glebe Farm Shop', 'farm shop', 'Hannah Coles', 'Glebe Farm, Hollin Road', '171'],
    [38, 36],
    ['Forecourt and tubs', 135, 8],
    [-1, 1, 'card'],
  ],
  [
    ['St Brannoc’s Church', 'churchyard', 'The churchwardens', 'Church Street', '176'],
    [96, 36],
    ['Churchyard', 130, 10],
    [-2, 1, 'cheque'],
  ],
  [
    ['Mill Pond Café', 'terrace', 'Ines Duarte', 'The Old Mill', '195'],
    [33, 32],
    ['Terrace pots', 90, 8],
    [-3, 4, 'card'],
  ],
  [
    ['Hartley and Sons', 'showroom', 'Accounts', 'Unit 4, Tannery Park', '236'],
    [14, 13],
    ['Front beds', 102, 10],
    [1, 8, 'transfer'],
  ],
  [
    ['Chapel Lane Studios', 'studios', 'Noor Haddad', 'The Old Chapel', '239'],
    [13, 12],
    ['Courtyard', 84, 10],
    [-4, 6, 'card'],
  ],
  [
    ['Fir Tree Allotments', 'association', 'Les Barker, secretary', 'Fir Tree Lane', '243'],
    [15, 14],
    ['Paths and hedges', 108, 8],
    [-1, 1, 'cheque'],
  ],
  [
    ['Old Forge Gallery', 'courtyard', 'Beth Amory', 'The Old Forge', '251'],
    [12, 11],
    ['Courtyard', 63, 8],
    [-1, 1, 'card'],
  ],
  [
    ['Upper Mead Farm', 'hedges', 'Will Garrick', 'Upper Mead Farm', '258'],
    [25, 24],
    ['Hedges', 312, 4],
    [0, 5, 'cheque'],
  ],
];
