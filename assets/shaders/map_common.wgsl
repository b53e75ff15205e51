// What all map shaders know of a view.

struct LineClass {
    ink: vec4<f32>,
    casing: vec4<f32>,
    // width of ink, width of casing (negative: a hair), length of a dash, dash and gap together (0: solid); pixels
    measures: vec4<f32>,
}

struct View {
    to_pixels: vec4<f32>, // scale x, y; offset x, y
    canvas: vec4<f32>,    // width, height; corner x, y in the target
    hatch: vec4<f32>,     // anchor x, y; pixels per point; strength of hairs
    ground: vec4<f32>,
    inks: array<vec4<f32>, 8>,
    lines: array<LineClass, 24>,
}

@group(0) @binding(0) var<uniform> view: View;
// per district: colour bytes, hatch | ink << 8
@group(0) @binding(1) var surfaces: texture_2d<u32>;
// per arc: line class
@group(0) @binding(2) var classes: texture_2d<u32>;

const NOBODY = 0xffffffffu;

// Pixels from the canvas' corner, y downwards.
fn pixels(metres: vec2<f32>) -> vec2<f32> {
    return metres * view.to_pixels.xy + view.to_pixels.zw;
}

fn clip(at: vec2<f32>) -> vec4<f32> {
    let share = at / view.canvas.xy * 2.0 - 1.0;
    return vec4(share.x, -share.y, 0.0, 1.0);
}

const OUTSIDE = vec4(2.0, 2.0, 2.0, 1.0);

fn surface_of(district: u32) -> vec2<u32> {
    if district == NOBODY { return vec2(0u); }
    let width = textureDimensions(surfaces).x;
    return textureLoad(surfaces, vec2(district % width, district / width), 0).xy;
}

fn class_of(arc: u32) -> u32 {
    let width = textureDimensions(classes).x;
    return textureLoad(classes, vec2(arc % width, arc / width), 0).x;
}

fn bytes(packed: u32) -> vec4<f32> {
    let all = vec4(packed, packed >> 8u, packed >> 16u, packed >> 24u) & vec4(255u);
    return vec4<f32>(all) / 255.0;
}

// Share of a pixel (size `px`) that a band of that width covers, its middle at distance `d`.
fn band(d: f32, width: f32, px: f32) -> f32 {
    let half = width / 2.0;
    return clamp((min(d + px / 2.0, half) - max(d - px / 2.0, -half)) / px, 0.0, 1.0);
}

// Distance to the nearest of the lines that lie `step` apart.
fn nearest(at: f32, step: f32) -> f32 {
    return abs(at - step * round(at / step));
}

fn over(top: vec4<f32>, below: vec4<f32>) -> vec4<f32> {
    return top + below * (1.0 - top.a);
}
