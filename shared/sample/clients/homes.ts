import type { Row } from './row.ts';

/** Private gardens without a story. */
export const homes: readonly Row[] = [
  [
    ['Dr Nair', 'private', null, '7 The Paddock', '181'],
    [44, 36],
    ['Garden', 125, 10],
    [-1, 7, 'transfer'],
  ],
  [
    ['Mr and Mrs Mbeki', 'private', null, '12 Alder Walk', '184'],
    [41, 36],
    ['Garden', 100, 10],
    [-1, 6, 'transfer'],
  ],
  [
    ['Mrs Petrova', 'private', null, '8 Alder Walk', '186'],
    [30, 29],
    ['Mowing', 95, 8],
    [-1, 6, 'transfer'],
  ],
  [
    ['Mrs Zielińska', 'private', null, '3 Brook Terrace', '189'],
    [55, 36],
    ['Garden', 95, 10],
    [-1, 5, 'transfer'],
  ],
  [
    ['Abbotsford Road 14', 'private', null, '14 Abbotsford Road', '192'],
    [36, 35],
    ['Garden', 90, 10],
    [-1, 5, 'transfer'],
  ],
  [
    ['Mrs Sandhu', 'private', null, '26 Orchard Way', '198'],
    [47, 36],
    ['Garden', 90, 10],
    [-1, 9, 'transfer'],
  ],
  [
    ['Mr Osei', 'private', null, '19 Orchard Way', '203'],
    [39, 36],
    ['Garden', 85, 10],
    [-2, 2, 'transfer'],
  ],
  [
    ['Mr Whitcombe', 'private', null, 'Rose Cottage, Back Lane', '207'],
    [88, 36],
    ['Mowing', 85, 8],
    [-4, 1, 'cash'],
  ],
  [
    ['Mrs Gaunt', 'private', null, '1 Priory Close', '211'],
    [102, 36],
    ['Garden', 80, 10],
    [-2, 0, 'cheque'],
  ],
  [
    ['Mr and Mrs Teale', 'private', null, '17 Highfield', '214'],
    [26, 25],
    ['Garden', 80, 10],
    [-3, 4, 'transfer'],
  ],
  [
    ['Mr Cartwright', 'private', null, '6 Highfield', '218'],
    [58, 36],
    ['Garden', 75, 10],
    [1, 7, 'transfer'],
  ],
  [
    ['Miss Dunmore', 'private', null, '2 Brook Terrace', '221'],
    [28, 27],
    ['Mowing', 70, 8],
    [-1, 1, 'transfer'],
  ],
  [
    ['Mr Ramsbottom', 'private', null, '40 Station Road', '224'],
    [79, 36],
    ['Garden', 70, 10],
    [-1, 1, 'cash'],
  ],
  [
    ['Mrs Nightingale', 'private', null, '11 The Paddock', '228'],
    [35, 34],
    ['Garden', 65, 10],
    [-1, 1, 'transfer'],
  ],
  [
    ['Mrs Jellicoe', 'private', null, '5 Back Lane', '232'],
    [67, 36],
    ['Mowing', 60, 8],
    [-3, 1, 'cheque'],
  ],
  [
    ['Mr Laskaris', 'private', null, '33 Orchard Way', '247'],
    [16, 15],
    ['Garden', 78, 10],
    [-1, 1, 'transfer'],
  ],
  [
    ['Quarry Cottage', 'private', null, 'Quarry Cottage, Top Lane', '254'],
    [17, 16],
    ['Garden', 72, 10],
    [-2, 0, 'transfer'],
  ],
  [
    ['Station Road 3', 'private', null, '3 Station Road', '262'],
    [14, 13],
    ['Mowing', 36, 10],
    [1, 12, 'cash'],
  ],
];
