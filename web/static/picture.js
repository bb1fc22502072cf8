// Saves the picture as it is seen, as PNG on the colour of its paper.
export function savePicture(canvas, paper) {
  const shot = canvas.querySelector("canvas");
  const flat = document.createElement("canvas");
  flat.width = shot.width;
  flat.height = shot.height;
  const brush = flat.getContext("2d");
  brush.fillStyle = paper;
  brush.fillRect(0, 0, flat.width, flat.height);
  brush.drawImage(shot, 0, 0);
  const made = document.createElement("a");
  made.download = "casus-graph.png";
  made.href = flat.toDataURL("image/png");
  made.click();
}
