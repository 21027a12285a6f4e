# SPDX-License-Identifier: Apache-2.0
"""Draws how the API compares with Keycloak's own endpoints."""


def plot(rows):
    left, step, scale = 190, 34, 420 / max(row["high"] for row in rows)
    height = 30 + step * len(rows)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 {height}" '
             'font-family="sans-serif" font-size="12">',
             '<title>Requests a second, as multiples of the peer</title>',
             f'<rect width="700" height="{height}" fill="white"/>']
    for i, row in enumerate(rows):
        y = 12 + i * step
        parts.append(f'<text x="{left - 8}" y="{y + 12}" text-anchor="end">{row["route"]}</text>')
        parts.append(f'<text x="{left - 8}" y="{y + 25}" text-anchor="end" fill="#777" font-size="10">'
                     f'/ {row["peer"]}</text>')
        parts.append(f'<rect x="{left}" y="{y + 2}" width="{row["ratio"] * scale:.1f}" height="20" fill="#3b7dd8"/>')
        low, high = left + row["low"] * scale, left + row["high"] * scale
        parts.append(f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y + 12}" y2="{y + 12}" stroke="black"/>')
        parts.append(f'<text x="{high + 6:.1f}" y="{y + 16}">{row["ratio"]:.2f}</text>')
    one = left + scale
    parts.append(f'<line x1="{one:.1f}" x2="{one:.1f}" y1="6" y2="{height - 16}" '
                 'stroke="#c33" stroke-dasharray="4 3"/>')
    parts.append(f'<text x="{one:.1f}" y="{height - 4}" text-anchor="middle" fill="#c33">as fast as the peer</text>'
                 '</svg>')
    return "\n".join(parts) + "\n"
