// --- numbers: what a cell may hold, told by the digits as they are written ----------------------

/** A number as it was written, where JavaScript's own number would hide what that was. */
class Numeral {
  constructor(text) {
    this.text = text;
  }
}

const WRITTEN = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;
const LONGEST_NUMERAL = 64;
const LONGEST_EXPONENT = 9;

/** Sign, digits without leading zeros, and power of ten; null for what is no number of those digits. */
function taken(text) {
  const found = WRITTEN.exec(text);
  if (found === null || text.length > LONGEST_NUMERAL) return null;
  const [, sign, whole, fraction = "", power = "0"] = found;
  if (power.length > LONGEST_EXPONENT) return null;
  const digits = (whole + fraction).replace(/^0+/, "");
  return { negative: sign === "-", digits, exponent: Number(power) - fraction.length };
}

/** What is wrong with a number for a cell of a kind, as a code, or null. */
function numberCode(kind, text) {
  if (/[a-df-zA-DF-Z]/.test(text)) return "value.not_finite";
  const whole = /^-?[0-9]+$/.test(text);
  const { places, decimals } = DATA.limits;
  if (whole) {
    const negative = text.startsWith("-");
    const digits = text.replace(/^-?0*/, "");
    if (negative && digits && kind !== "change") return "value.negative";
    return digits.length > places ? "value.digits" : null;
  }
  if (kind !== "amount") return "value.fraction";
  const number = taken(text);
  if (number === null) return text.startsWith("-") ? "value.negative" : "value.digits";
  const { negative, digits, exponent } = number;
  if (negative && digits) return "value.negative";
  const largest = digits.length - 1 + exponent;
  if (exponent < -decimals || exponent >= places || (digits && largest >= places)) {
    return "value.digits";
  }
  return null;
}

/** A number in plain digits, with every digit that it holds and no exponent. */
function plain(text) {
  const { negative, digits, exponent } = taken(text);
  const sign = negative ? "-" : "";
  if (exponent >= 0) return sign + (digits ? digits + "0".repeat(exponent) : "0");
  const padded = digits.padStart(1 - exponent, "0");
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}
