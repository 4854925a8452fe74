import { type Currency, type Minor, minorDigits } from '../money.ts';

/**
 * What a pound's worth of gardening roughly comes to, rounded hard: an invoice of ¥95 would look like a mistake. Not
 * an exchange rate and never used on real money; a currency that is not listed is taken one to one.
 */
const roughly: Readonly<Record<Currency, number>> = {
  ARS: 1000,
  BHD: 0.5,
  BRL: 6,
  CLP: 1000,
  CNY: 8,
  COP: 5000,
  CZK: 25,
  DKK: 8,
  DZD: 150,
  EGP: 50,
  HUF: 400,
  IDR: 20_000,
  ILS: 5,
  INR: 100,
  ISK: 150,
  JOD: 0.8,
  JPY: 200,
  KES: 150,
  KRW: 1500,
  KWD: 0.4,
  KZT: 500,
  LKR: 300,
  MAD: 10,
  MXN: 20,
  NGN: 1500,
  NOK: 12,
  OMR: 0.5,
  PHP: 60,
  PKR: 300,
  PLN: 5,
  PYG: 8000,
  RON: 5,
  RSD: 120,
  RUB: 100,
  SEK: 12,
  THB: 40,
  TND: 4,
  TRY: 40,
  TWD: 40,
  TZS: 3000,
  UAH: 50,
  UGX: 4000,
  VND: 30_000,
  XAF: 700,
  XOF: 700,
  ZAR: 20,
};

/** Turns the round figures of the sample (`95` is about ninety-five pounds) into minor units of a currency. */
export function scaleFor(currency: Currency): (figure: number) => Minor {
  const minorPerFigure = (roughly[currency] ?? 1) * 10 ** minorDigits(currency);
  return (figure) => Math.round(figure * minorPerFigure);
}
