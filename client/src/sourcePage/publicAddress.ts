import { BlockList, isIP } from "node:net";

/**
 * Whether an IP address is one of the public internet: not of this machine, its network, its cloud or of a test. What an
 * IPv6 address wraps (RFC 4291, RFC 6052) is looked at, too.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !NOT_PUBLIC.check(address, "ipv4");
    case 6: {
      const groups = groupsOf(address);
      if (groups === undefined) return false;
      const wrapped = ipv4In(groups);
      return wrapped === undefined ? isUnicast(groups) && !NOT_PUBLIC.check(address, "ipv6") : isPublicAddress(wrapped);
    }
    default:
      return false;
  }
}

/** IANA's registries of special-purpose addresses; of IPv6 what lies outside of 2000::/3 is not public anyway. */
const SPECIAL: readonly (readonly [network: string, prefix: number, family: "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  // With 169.254.169.254, where clouds tell their machines their secrets.
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  // Multicast, reserved, broadcast.
  ["224.0.0.0", 3, "ipv4"],
  // Among them Teredo, which wraps an address behind a mask.
  ["2001::", 23, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  // 6to4, which wraps an address and is no longer in use.
  ["2002::", 16, "ipv6"],
  ["3fff::", 20, "ipv6"],
];

const NOT_PUBLIC = new BlockList();
for (const [network, prefix, family] of SPECIAL) NOT_PUBLIC.addSubnet(network, prefix, family);

/** The eight groups of an IPv6 address; `undefined` for one that belongs to an interface, as `fe80::1%eth0` does. */
function groupsOf(address: string): readonly number[] | undefined {
  const url = `http://[${address}]/`;
  if (!URL.canParse(url)) return undefined;
  const [head = "", tail] = new URL(url).hostname.slice(1, -1).split("::");
  const read = (text: string): number[] =>
    text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
  const [before, after] = [read(head), read(tail ?? "")];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** What ::ffff:0:0/96, ::/96 and 64:ff9b::/96 wrap. The address of this machine, ::1, is in the second of them. */
function ipv4In(groups: readonly number[]): string | undefined {
  const start = groups.slice(0, 6).join(":");
  const [high = 0, low = 0] = groups.slice(6);
  const isWrapped = ["0:0:0:0:0:65535", "0:0:0:0:0:0", `${0x64}:${0xff9b}:0:0:0:0`].includes(start);
  return isWrapped ? [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".") : undefined;
}

function isUnicast([first = 0]: readonly number[]): boolean {
  return first >> 13 === 0b001;
}
