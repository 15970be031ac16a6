// Opens what the single file has packed (src/bin/press/command/packed.rs): LZMA as its published specification describes it,
// with three bits of context for a literal and none for positions, written as text.

// The bytes that a text stands for. Each letter is 7 bits, 13, or 11.
function bytesOf(text) {
  const bytes = new Uint8Array(text.length * 13 >> 3);
  let done = 0, held = 0, bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    let value = letter - 32, more = 7;
    if (letter > 2015) value = letter, more = 11;
    else if (letter > 159) value = letter + 6048, more = 13;
    else if (letter > 60) value -= 1;
    else if (letter < 32) value = letter < 11 ? letter + 85 : 96;
    held = (held & 255) << more | value;
    for (bits += more; bits > 7; done += 1) bytes[done] = held >> (bits -= 8);
  }
  return bytes.subarray(0, done);
}

// Gives a function that gives the next so many bytes. The page answers between two pieces of the work.
function unpacker(packed) {
  const head = new DataView(packed.buffer), out = new Uint8Array(head.getUint32(5, true));
  const chances = count => new Uint16Array(count).fill(1024);
  const lengths = () => ({ choice: chances(2), low: chances(8), middle: chances(8), high: chances(256) });
  const literals = chances(6144), slots = chances(256), near = chances(128), align = chances(16);
  const [isMatch, isAgain, isOther, isThird, isFourth, isLong] = [12, 12, 12, 12, 12, 12].map(chances);
  const matched = lengths(), again = lengths(), back = [1, 1, 1, 1];
  let read = 18, range = 0xffffffff, code = head.getUint32(14), state = 0, done = 0, given = 0;

  function refill() {
    if (range < 0x1000000) {
      range *= 256;
      code = code * 256 + packed[read];
      read += 1;
    }
  }

  function bit(chances, at) {
    const chance = chances[at], bound = (range >>> 11) * chance, is = code < bound ? 0 : 1;
    if (is) {
      range -= bound;
      code -= bound;
      chances[at] = chance - (chance >> 5);
    } else {
      range = bound;
      chances[at] = chance + (2048 - chance >> 5);
    }
    refill();
    return is;
  }

  // So many bits, the highest first.
  function tree(chances, from, bits) {
    let node = 1;
    for (let left = bits; left; left -= 1) node = node * 2 + bit(chances, from + node);
    return node - (1 << bits);
  }

  // … the lowest first.
  function reversed(chances, from, bits) {
    let node = 1, value = 0;
    for (let place = 0; place < bits; place += 1) {
      const is = bit(chances, from + node);
      node = node * 2 + is;
      value += is << place;
    }
    return value;
  }

  // … as likely as not.
  function even(bits) {
    let value = 0;
    for (let left = bits; left; left -= 1) {
      range >>>= 1;
      const is = code < range ? 0 : 1;
      if (is) code -= range;
      refill();
      value = value * 2 + is;
    }
    return value;
  }

  function length(of) {
    if (!bit(of.choice, 0)) return tree(of.low, 0, 3) + 2;
    return bit(of.choice, 1) ? tree(of.high, 0, 8) + 18 : tree(of.middle, 0, 3) + 10;
  }

  function distance(length) {
    const slot = tree(slots, Math.min(length - 2, 3) * 64, 6);
    if (slot < 4) return slot + 1;
    const bits = (slot >> 1) - 1, least = (2 + slot % 2) * 2 ** bits;
    return least + 1 + (slot < 14 ? reversed(near, least - slot, bits) : even(bits - 4) * 16 + reversed(align, 0, 4));
  }

  function literal() {
    const from = (out[done - 1] >> 5) * 768;
    let node = 1, same = state > 6;
    // What stands where the last match would go on tells what this is probably not.
    for (let other = out[done - back[0]]; node < 256;) {
      const expected = same ? (other <<= 1) & 256 : 0;
      const is = bit(literals, from + (same ? 256 + expected : 0) + node);
      node = node * 2 + is;
      same = same && expected === is * 256;
    }
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    out[done] = node;
    done += 1;
  }

  // The distance that is used again comes first.
  function first(which, distance) {
    for (let at = which; at; at -= 1) back[at] = back[at - 1];
    back[0] = distance;
  }

  function match() {
    let count = 1;
    if (!bit(isAgain, state)) {
      count = length(matched);
      first(3, distance(count));
      state = state < 7 ? 7 : 10;
    } else {
      const isFirst = !bit(isOther, state), which = isFirst ? 0 : bit(isThird, state) ? 2 + bit(isFourth, state) : 1;
      const isOne = isFirst && !bit(isLong, state);
      first(which, back[which]);
      if (!isOne) count = length(again);
      state = state < 7 ? isOne ? 9 : 8 : 11;
    }
    for (; count; count -= 1, done += 1) out[done] = out[done - back[0]];
  }

  return async count => {
    const from = given, until = given += count;
    let pause = performance.now() + 30;
    for (let steps = 1; done < until; steps += 1) {
      if (bit(isMatch, state)) match();
      else literal();
      if (steps % 4096 === 0 && performance.now() > pause) {
        await new Promise(done => setTimeout(done));
        pause = performance.now() + 30;
      }
    }
    return out.subarray(from, until);
  };
}
