// Reads zip files, by what their central directory says.
import zlib from "node:zlib";

const end = 0x06054b50, entry = 0x02014b50;

/** The texts of the files in a zip, by their paths. */
export function unzipped(bytes) {
  let at = bytes.length - 22;
  while (bytes.readUInt32LE(at) !== end) at -= 1;
  const count = bytes.readUInt16LE(at + 10), files = new Map();
  at = bytes.readUInt32LE(at + 16);
  for (let file = 0; file < count; file += 1) {
    if (bytes.readUInt32LE(at) !== entry) throw new Error("the zip's directory is broken");
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + packed);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), (method ? zlib.inflateRawSync(content) : content).toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return files;
}
